// What the library hands out can be used with `import WhitePaper` alone.
@_exported public import Diagnostics
@_exported public import Geometry
@_exported public import Indicators
@_exported public import Scene

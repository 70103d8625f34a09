/// The marks of the house, beyond Vega-Lite's: each is layers of plain marks, in the file of its kind.
let houseMarks: [String: Normaliser.Composite] = [
  "bullet": bullet, "bump": bump, "change": change, "dumbbell": dumbbell, "isotype": isotype,
  "lollipop": lollipop, "pyramid": pyramid, "quadrant": quadrant, "ranking": ranking, "ring": ring, "share": share,
  "slope": slope, "span": span, "squares": squares, "strip": stripPlot, "tile-grid": tileGrid, "timeline": timeline, "treemap": treemap,
  "waffle": waffle,
  "waterfall": waterfall,
]

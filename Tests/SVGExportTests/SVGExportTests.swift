import SVGExport

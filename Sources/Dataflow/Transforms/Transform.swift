/// One step of a dataflow: Vega-Lite's transforms with typed parameters. Each has a file of its name with its parameters
/// and what it does; names of results that Vega-Lite gives by default are already filled in by the initialisers.
package enum Transform: Hashable, Sendable {
  case aggregate(Aggregate)
  case bin(Bin)
  case calculate(Calculate)
  case density(Density)
  case extent(Extent)
  case filter(Predicate)
  case flatten(Flatten)
  case fold(Fold)
  case impute(Impute)
  case joinAggregate(Aggregate)
  case loess(Loess)
  case lookup(Lookup)
  case pivot(Pivot)
  case quantile(Quantile)
  case regression(Regression)
  case sample(size: Int)
  case sort([SortField])
  case stack(Stack)
  case timeUnit(TimeUnitTransform)
  case window(Window)
}

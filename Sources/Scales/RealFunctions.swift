#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// e^x, natural logarithm, powers and circular functions; the one place where the C library's mathematics is used.
package func exponential(_ x: Double) -> Double { exp(x) }
package func naturalLogarithm(_ x: Double) -> Double { log(x) }
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
/// ln(1 + x) and e^x − 1, exact near zero.
package func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
package func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

/// Angles in radians.
package func sine(_ angle: Double) -> Double { sin(angle) }
package func cosine(_ angle: Double) -> Double { cos(angle) }

/// 10^n; exact for |n| ≤ 22.
func tenTo(_ n: Int) -> Double {
  if n < 0 { return n < -300 ? power(10, Double(n)) : 1 / tenTo(-n) }
  var result = 1.0
  if n > 22 { return power(10, Double(n)) }
  for _ in 0..<n { result *= 10 }
  return result
}

/// ⌊log₁₀ x⌋ for a positive finite x.
func decimalExponent(_ x: Double) -> Int {
  var guess = Int(log10(x).rounded(.down))
  if tenTo(guess + 1) <= x { guess += 1 }
  if tenTo(guess) > x { guess -= 1 }
  return guess
}

/// Halves go up, also below zero, so that neighbouring intervals meet.
func roundedHalfUp(_ x: Double) -> Double { (x + 0.5).rounded(.down) }

package func tangent(_ angle: Double) -> Double { tan(angle) }
package func arcSine(_ x: Double) -> Double { asin(x) }
package func arcCosine(_ x: Double) -> Double { acos(x) }
package func arcTangent(_ x: Double) -> Double { atan(x) }
/// The angle of the point (x, y), −π…π.
package func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
/// 1 − erf x, exact in the tail.
package func complementaryErrorFunction(_ x: Double) -> Double { erfc(x) }

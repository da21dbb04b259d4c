#include "CNumerics.h"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

// Boost 1.74's noncentral t is good to 1e-14 in the middle and loses its digits in the tails: below 1e-9 nothing is
// left of them, and some probabilities are negative. So the integral that defines the distribution is taken here.
//
// T = (Z + delta)/s with s = sqrt(chi-square/df), so P(T > t) is the mean of P(Z > t*s - delta) over s. In u = log s
// the integrand is smooth, positive, has one peak and falls off on both sides, for which the trapezoidal rule
// converges faster than any power of the step; a sum of positive terms keeps its relative accuracy in the tails.

namespace {

double normal_upper(double x) { return 0.5 * std::erfc(x * M_SQRT1_2); }

/// u - (exp(2u) - 1)/2, without the loss of digits near 0, where the two parts cancel.
double rate(double u) {
    if (std::fabs(u) > 0.25) return u - std::expm1(2 * u) / 2;
    double term = u, sum = 0;
    for (int k = 2; k < 30; ++k) {
        term *= 2 * u / k;
        sum += term;
    }
    return -sum;
}

/// log(a^a exp(-a) / Gamma(a)), by Stirling's series where the factors would be large.
double log_scale(double a) {
    if (a < 8) return a * std::log(a) - a - boost::math::lgamma(a);
    const double z = 1 / (a * a);
    const double series =
        (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360360 - z / 156)))))) / a;
    return 0.5 * std::log(a / (2 * M_PI)) - series;
}

}  // namespace

double numerics_noncentral_t_upper(double t, double df, double delta) {
    if (!(df >= 0.1) || std::isnan(t) || std::isnan(delta)) return NAN;
    df = std::fmin(df, 1e30);
    // Beyond this the normal deviate is small against t*s and only s decides: 1e-6 relative, and steps are saved.
    const double far = 1000 * std::sqrt(df);
    const double ratio = std::fmin(delta / t, 1e75);
    if (t > far && delta > far) return numerics_chi_square_cdf(df * ratio * ratio, df);
    if (t < -far && delta < -far) return numerics_chi_square_upper(df * ratio * ratio, df);
    // So that no square overflows; s is 1 to the last bit long before.
    t = std::fmax(-1e75, std::fmin(t, 1e75));
    delta = std::fmax(-1e75, std::fmin(delta, 1e75));

    // The logarithm of the integrand, less its constant factor.
    const auto height = [=](double u) { return df * rate(u) + std::log(normal_upper(t * std::exp(u) - delta)); };
    // The peak lies between that of the density of s, s = 1, and that of its product with the tail exp(-x*x/2).
    const double product = std::sqrt(t * t * delta * delta + 4 * df * (df + t * t));
    const double other = (t * delta >= 0 ? (t * delta + product) / (2 * (df + t * t)) : 2 * df / (product - t * delta));
    const double start = height(0) >= height(std::log(other)) ? 0 : std::log(other);
    const double top = height(start);
    if (std::isinf(top) || top + log_scale(df / 2) < -745) return 0;

    // A third of the narrowest feature: the peak of s, or the step of the normal tail, wherever that lies.
    const double reach = height(std::log(other)) > top - 45 ? std::fmax(1, other) : 1;
    const double size = std::fabs(t) * other;
    // Where t and delta differ in sign, s never reaches the step, and only the tail of the normal bends.
    const double bend = t * delta >= 0 ? std::fabs(delta) : std::sqrt(size * (2 * size + std::fabs(delta)));
    const double slope = std::fmin(std::fabs(t) * reach, bend + 8);
    const double step = 1 / std::sqrt(4 * (2 * df * reach * reach + slope * slope) + 400);
    double sum = 0;
    for (int direction = -1; direction <= 1; direction += 2) {
        double previous = -INFINITY;
        for (long index = direction < 0 ? 1 : 0;; ++index) {
            const double level = height(start + direction * index * step) - top;
            sum += std::exp(level);
            if (level < -45 && level <= previous) break;
            previous = level;
        }
    }
    // The density of u is 2 a^a/Gamma(a) exp(2au - a exp(2u)) with a = df/2.
    return std::fmin(1, 2 * sum * step * std::exp(log_scale(df / 2) + top));
}

double numerics_noncentral_t_cdf(double t, double df, double delta) {
    return numerics_noncentral_t_upper(-t, df, -delta);
}

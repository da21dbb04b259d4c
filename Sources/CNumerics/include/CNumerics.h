#ifndef CNUMERICS_H
#define CNUMERICS_H

// Distribution functions by Boost.Math (the noncentral t by quadrature of our own) and symmetric eigensystems by Eigen,
// as plain C.
//
// Nothing here throws or sets errno. Arguments outside a function's domain give NaN; the Swift side
// states the domains as preconditions, so that a NaN never travels. Tails have functions of their own
// (`_upper`), because 1 - p loses every digit of a small p.

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The natural logarithm and the exponential function of the C library, so that Swift needs no Foundation.
double numerics_log(double x);
double numerics_exp(double x);

/// P(Z <= x) of the standard normal distribution.
double numerics_normal_cdf(double x);
/// P(Z > x).
double numerics_normal_upper(double x);
/// The x with P(Z <= x) = p, 0 < p < 1.
double numerics_normal_quantile(double p);

/// P(T <= t) of Student's t with df > 0.
double numerics_t_cdf(double t, double df);
/// The t with P(T <= t) = p, 0 < p < 1.
double numerics_t_quantile(double p, double df);
/// P(T <= t) of the noncentral t with noncentrality delta and df >= 0.1; the work grows as 1/df.
double numerics_noncentral_t_cdf(double t, double df, double delta);
/// P(T > t).
double numerics_noncentral_t_upper(double t, double df, double delta);

/// P(F <= f) of Fisher's F with df1, df2 > 0, f >= 0.
double numerics_f_cdf(double f, double df1, double df2);
/// P(F > f).
double numerics_f_upper(double f, double df1, double df2);
/// The f with P(F <= f) = p, 0 < p < 1.
double numerics_f_quantile(double p, double df1, double df2);

/// P(X <= x) of chi-square with df > 0, x >= 0.
double numerics_chi_square_cdf(double x, double df);
/// P(X > x).
double numerics_chi_square_upper(double x, double df);
/// The x with P(X <= x) = p, 0 < p < 1.
double numerics_chi_square_quantile(double p, double df);

/// P(X <= x) of the beta distribution with a, b > 0, 0 <= x <= 1.
double numerics_beta_cdf(double x, double a, double b);
/// P(X > x).
double numerics_beta_upper(double x, double a, double b);
/// The x with P(X <= x) = p, 0 < p < 1.
double numerics_beta_quantile(double p, double a, double b);

/// log(Gamma(x)), x > 0.
double numerics_log_gamma(double x);
/// Gamma(x + 1/2) / Gamma(x), x > 0, without the loss of digits of a difference of lgamma values.
double numerics_gamma_half_step(double x);

/// Writes the `order` eigenvalues of the symmetric `order` x `order` matrix, ascending, to `values`.
/// One triangle is read. False when the iteration does not converge.
bool numerics_symmetric_eigenvalues(const double *matrix, int order, double *values);
/// The same with the `order` orthonormal eigenvectors, one after the other, in `vectors` (`order` x `order`).
bool numerics_symmetric_eigensystem(const double *matrix, int order, double *values, double *vectors);

#ifdef __cplusplus
}
#endif

#endif

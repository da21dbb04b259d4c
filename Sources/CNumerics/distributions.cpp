#include "CNumerics.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>

namespace {

using namespace boost::math::policies;

// A C++ exception must not cross into Swift: every error becomes the value that IEEE arithmetic would give.
using Quiet = policy<domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
                     underflow_error<ignore_error>, denorm_error<ignore_error>, evaluation_error<ignore_error>,
                     rounding_error<ignore_error>, indeterminate_result_error<ignore_error>>;

using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;
using ChiSquare = boost::math::chi_squared_distribution<double, Quiet>;
using Beta = boost::math::beta_distribution<double, Quiet>;

}  // namespace

double numerics_log(double x) { return std::log(x); }
double numerics_exp(double x) { return std::exp(x); }

double numerics_normal_cdf(double x) { return cdf(Normal(), x); }
double numerics_normal_upper(double x) { return cdf(complement(Normal(), x)); }
double numerics_normal_quantile(double p) { return quantile(Normal(), p); }

double numerics_t_cdf(double t, double df) { return cdf(StudentT(df), t); }
double numerics_t_quantile(double p, double df) { return quantile(StudentT(df), p); }

double numerics_f_cdf(double f, double df1, double df2) { return cdf(FisherF(df1, df2), f); }
double numerics_f_upper(double f, double df1, double df2) { return cdf(complement(FisherF(df1, df2), f)); }
double numerics_f_quantile(double p, double df1, double df2) { return quantile(FisherF(df1, df2), p); }

double numerics_chi_square_cdf(double x, double df) { return cdf(ChiSquare(df), x); }
double numerics_chi_square_upper(double x, double df) { return cdf(complement(ChiSquare(df), x)); }
double numerics_chi_square_quantile(double p, double df) { return quantile(ChiSquare(df), p); }

double numerics_beta_cdf(double x, double a, double b) { return cdf(Beta(a, b), x); }
double numerics_beta_upper(double x, double a, double b) { return cdf(complement(Beta(a, b), x)); }
double numerics_beta_quantile(double p, double a, double b) { return quantile(Beta(a, b), p); }

double numerics_log_gamma(double x) { return boost::math::lgamma(x, Quiet()); }
double numerics_gamma_half_step(double x) { return 1 / boost::math::tgamma_delta_ratio(x, 0.5, Quiet()); }

#include "CNumerics.h"

// Only the parts of Eigen under the Mozilla licence, and one thread, so that the last bits are always the same.
#define EIGEN_MPL2_ONLY
#define EIGEN_DONT_PARALLELIZE
#include <eigen3/Eigen/Eigenvalues>

bool numerics_symmetric_eigenvalues(const double *matrix, int order, double *values) {
    Eigen::Map<const Eigen::MatrixXd> symmetric(matrix, order, order);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(symmetric, Eigen::EigenvaluesOnly);
    if (solver.info() != Eigen::Success) return false;
    Eigen::Map<Eigen::VectorXd>(values, order) = solver.eigenvalues();
    return true;
}

bool numerics_symmetric_eigensystem(const double *matrix, int order, double *values, double *vectors) {
    Eigen::Map<const Eigen::MatrixXd> symmetric(matrix, order, order);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(symmetric, Eigen::ComputeEigenvectors);
    if (solver.info() != Eigen::Success) return false;
    Eigen::Map<Eigen::VectorXd>(values, order) = solver.eigenvalues();
    // Column by column, as Eigen keeps them: one vector after the other.
    Eigen::Map<Eigen::MatrixXd>(vectors, order, order) = solver.eigenvectors();
    return true;
}

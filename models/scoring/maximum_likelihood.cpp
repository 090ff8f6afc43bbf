// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/maximum_likelihood.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <nlopt.hpp>

namespace goodfaith::scoring {
namespace {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

constexpr double widest = 13.8;         // ln of a factor of a million
constexpr double greatestSlope = 1e-3;  // of a proper maximum, per standard error
constexpr double stepOfDerivative = 1e-4;

Vector exponentials(const Vector& logs) {
    Vector values;
    for (const double log : logs)
        values.push_back(std::exp(log));
    return values;
}

// By the logarithms: d/d(ln x) = x d/dx.
double valueAt(const LogLikelihood& likelihood, const Vector& logs, Vector& gradient) {
    const Vector parameters = exponentials(logs);
    gradient.assign(logs.size(), 0);
    const double value = likelihood(parameters, gradient);
    for (size_t i = 0; i < logs.size(); ++i)
        gradient[i] *= parameters[i];
    return value;
}

double objective(const Vector& logs, Vector& gradient, void* data) {
    Vector own;
    const double value =
        valueAt(*static_cast<const LogLikelihood*>(data), logs, gradient.empty() ? own : gradient);
    if (!std::isfinite(value))
        throw nlopt::forced_stop();
    return value;
}

// Minus the second derivatives, from differences of the gradient.
Matrix information(const LogLikelihood& likelihood, const Vector& logs) {
    const size_t size = logs.size();
    Matrix matrix(size, Vector(size));
    for (size_t i = 0; i < size; ++i) {
        Vector above = logs;
        Vector below = logs;
        above[i] += stepOfDerivative;
        below[i] -= stepOfDerivative;
        Vector up;
        Vector down;
        valueAt(likelihood, above, up);
        valueAt(likelihood, below, down);
        for (size_t j = 0; j < size; ++j)
            matrix[i][j] = (down[j] - up[j]) / (2 * stepOfDerivative);
    }
    for (size_t i = 0; i < size; ++i) {
        for (size_t j = 0; j < i; ++j)
            matrix[i][j] = matrix[j][i] = (matrix[i][j] + matrix[j][i]) / 2;
    }
    return matrix;
}

// The lower triangle of Cholesky; nothing where the matrix is not positive definite.
std::optional<Matrix> cholesky(const Matrix& matrix) {
    const size_t size = matrix.size();
    Matrix lower(size, Vector(size));
    for (size_t i = 0; i < size; ++i) {
        for (size_t j = 0; j <= i; ++j) {
            double rest = matrix[i][j];
            for (size_t k = 0; k < j; ++k)
                rest -= lower[i][k] * lower[j][k];
            if (i != j)
                lower[i][j] = rest / lower[j][j];
            else if (rest > 1e-9 * matrix[i][i] && rest > 0)
                lower[i][i] = std::sqrt(rest);
            else
                return std::nullopt;
        }
    }
    return lower;
}

// The root of the diagonal of the inverse, from Cholesky's triangle.
Vector standardDeviations(const Matrix& lower) {
    const size_t size = lower.size();
    Vector deviations(size);
    for (size_t column = 0; column < size; ++column) {
        Vector solved(size);  // lower · solved = unit vector: one column of the inverse triangle
        for (size_t i = column; i < size; ++i) {
            double rest = i == column ? 1 : 0;
            for (size_t k = column; k < i; ++k)
                rest -= lower[i][k] * solved[k];
            solved[i] = rest / lower[i][i];
        }
        for (const double value : solved)
            deviations[column] += value * value;
    }
    for (double& deviation : deviations)
        deviation = std::sqrt(deviation);
    return deviations;
}

std::optional<Vector> climb(const LogLikelihood& likelihood, const Vector& start) {
    Vector low = start;
    Vector high = start;
    for (size_t i = 0; i < start.size(); ++i) {
        low[i] -= widest;
        high[i] += widest;
    }
    nlopt::opt search(nlopt::LD_LBFGS, static_cast<unsigned>(start.size()));
    LogLikelihood copy = likelihood;
    search.set_max_objective(objective, &copy);
    search.set_lower_bounds(low);
    search.set_upper_bounds(high);
    search.set_ftol_rel(1e-13);
    search.set_xtol_rel(1e-10);
    search.set_maxeval(2000);
    Vector logs = start;
    double value = 0;
    try {
        search.optimize(logs, value);
    } catch (const nlopt::roundoff_limited&) {
        // As near as numbers can tell; whether that is a maximum is seen below.
    } catch (const std::exception&) {
        return std::nullopt;
    }
    for (size_t i = 0; i < logs.size(); ++i) {
        if (logs[i] - low[i] < 0.01 || high[i] - logs[i] < 0.01)
            return std::nullopt;
    }
    return logs;
}

// Newton's last steps: where the search stops, the likelihood is level long before the parameters
// are.
void polish(const LogLikelihood& likelihood, Vector& logs) {
    constexpr int steps = 5;
    for (int step = 0; step < steps; ++step) {
        const auto lower = cholesky(information(likelihood, logs));
        if (!lower)
            return;
        Vector gradient;
        valueAt(likelihood, logs, gradient);
        const size_t size = logs.size();
        Vector move = gradient;
        for (size_t i = 0; i < size; ++i) {
            for (size_t k = 0; k < i; ++k)
                move[i] -= (*lower)[i][k] * move[k];
            move[i] /= (*lower)[i][i];
        }
        for (size_t i = size; i-- > 0;) {
            for (size_t k = i + 1; k < size; ++k)
                move[i] -= (*lower)[k][i] * move[k];
            move[i] /= (*lower)[i][i];
        }
        for (size_t i = 0; i < size; ++i)
            logs[i] += std::clamp(move[i], -0.5, 0.5);
    }
}

}  // namespace

std::optional<MaximumLikelihood> fitted(const LogLikelihood& likelihood, const Vector& start) {
    Vector logs;
    for (const double value : start)
        logs.push_back(std::log(value));
    const auto top = climb(likelihood, logs);
    if (!top)
        return std::nullopt;
    logs = *top;
    polish(likelihood, logs);
    const auto lower = cholesky(information(likelihood, logs));
    if (!lower)
        return std::nullopt;
    MaximumLikelihood fit;
    Vector gradient;
    fit.logLikelihood = valueAt(likelihood, logs, gradient);
    fit.parameters = exponentials(logs);
    fit.standardErrors = standardDeviations(*lower);
    for (size_t i = 0; i < logs.size(); ++i) {
        if (!(std::abs(gradient[i]) * fit.standardErrors[i] < greatestSlope))
            return std::nullopt;
        fit.standardErrors[i] *= fit.parameters[i];  // of the parameter, no longer its logarithm
    }
    return fit;
}

}  // namespace goodfaith::scoring

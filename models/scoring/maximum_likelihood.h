// SPDX-License-Identifier: GPL-3.0-or-later
// Fits the parameters of a model, all of them above 0, by maximum likelihood, with standard errors.
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace goodfaith::scoring {

// The log-likelihood at these parameters; `gradient` is filled with its derivatives by them.
using LogLikelihood =
    std::function<double(const std::vector<double>& parameters, std::vector<double>& gradient)>;

struct MaximumLikelihood {
    std::vector<double> parameters;
    std::vector<double> standardErrors;  // from the observed information
    double logLikelihood = 0;
};

// By L-BFGS over the parameters' logarithms (NLopt). Nothing where that does not end in a proper
// maximum: at a bound (a factor of 1e±6 from the start), on a slope, or where the likelihood is
// flat in some direction.
std::optional<MaximumLikelihood> fitted(const LogLikelihood& likelihood,
                                        const std::vector<double>& start);

}  // namespace goodfaith::scoring

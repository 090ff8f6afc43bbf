// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/matching.h"

// Where the figures come from. m of names, date of birth, street and place: fitted without labels
// (matching_estimate.h) on FEBRL's data set 2 and rounded; short forms and initials, which it does
// not have, took their part from "same". u of names, date of birth and street: pairs drawn blindly
// from there; of places more, because a shop's customers do not live evenly spread. Phone, e-mail
// and orders, and all of households: judgement, to be fitted when a shop's own pairs have been
// judged. tests/matching_evaluation says how well they do.

namespace goodfaith::identity {
namespace {

constexpr LevelProbabilities unknown{1, 1, 1};

}  // namespace

const MatchParameters& shippedParameters() {
    static const MatchParameters parameters{{{
        // FamilyName: same, short form, initial, nearly the same, similar, different
        {{unknown,
          {0.718, 0.004, 0.65},
          {0.002, 0.0001, 0.001},
          {0.01, 0.001, 0.005},
          {0.16, 0.0010, 0.01},
          {0.02, 0.0011, 0.03},
          {0.09, 0.993, 0.304}}},
        // GivenName
        {{unknown,
          {0.70, 0.004, 0.02},
          {0.02, 0.0005, 0.002},
          {0.02, 0.0016, 0.002},
          {0.14, 0.0018, 0.005},
          {0.02, 0.0027, 0.01},
          {0.10, 0.99, 0.96}}},
        // DateOfBirth
        {{unknown,
          {0.92, 0.00015, 0.004},
          {0.005, 0.00002, 0.0001},
          {0.01, 0.001, 0.002},
          {0.005, 0.003, 0.01},
          {0.06, 0.996, 0.984}}},
        // Street
        {{unknown,
          {0.50, 0.0001, 0.85},
          {0.17, 0.00003, 0.03},
          {0.07, 0.00006, 0.02},
          {0.09, 0.0004, 0.01},
          {0.05, 0.0004, 0.02},
          {0.07, 0.012, 0.01},
          {0.05, 0.987, 0.06}}},
        // Place
        {{unknown,
          {0.68, 0.0003, 0.90},
          {0.10, 0.001, 0.02},
          {0.12, 0.005, 0.04},
          {0.02, 0.012, 0.005},
          {0.08, 0.982, 0.035}}},
        // Phone
        {{unknown, {0.30, 0.00001, 0.35}, {0.08, 0.0005, 0.01}, {0.62, 0.9995, 0.64}}},
        // Email
        {{unknown,
          {0.15, 0.000002, 0.10},
          {0.08, 0.000002, 0.002},
          {0.15, 0.0001, 0.005},
          {0.07, 0.0001, 0.005},
          {0.55, 0.9998, 0.888}}},
        // Order
        {{unknown, {0.05, 0.000001, 0.02}}},
    }}};
    return parameters;
}

}  // namespace goodfaith::identity

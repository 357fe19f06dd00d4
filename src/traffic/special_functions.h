// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace minato::traffic {

/// The three functions that all tail probabilities here come down to.
///
/// Why       The standard library has none of the incomplete ones, and its lgamma writes a global.
/// Accuracy  About 12 digits for arguments to 10^6; compared with tables in the tests.
/// Threads   Pure.
/// Tests     tests/traffic/tst_distributions.cpp

/// ln Γ(x); x > 0.
[[nodiscard]] double logGamma(double x);

/// ln of n over k; 0 ≤ k ≤ n.
[[nodiscard]] double logChoose(double n, double k);

/// The share of the gamma distribution of shape a > 0 that lies at or beyond x ≥ 0: Q(a, x). The upper tail
/// of chi-squared with d degrees of freedom is Q(d / 2, X / 2).
[[nodiscard]] double gammaTail(double a, double x);

/// The share of the beta distribution of a, b > 0 that lies below x in [0, 1]: I_x(a, b).
[[nodiscard]] double betaShare(double a, double b, double x);

} // namespace minato::traffic

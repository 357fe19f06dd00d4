// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Its presence makes the compiler accept functions without a body: see go:linkname.

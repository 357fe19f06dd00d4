// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clock.h"
#include "api/metrics.h"
#include "api/request.h"
#include "api/sim_control.h"
#include "api/traffic_target.h"
#include "api/transport.h"

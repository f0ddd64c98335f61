/// \file
/// \brief Learned positions live in common/nn: two chapters use them.
#pragma once

#include "nn/position_table.hpp"

#include "position_table.hpp"

/// \file
/// \brief What a program's user did wrong, said in one line.
#pragma once

#include <stdexcept>

namespace nn {

/// \brief Bad input: the text names what, where, the bound and the remedy.
///
/// run_program() prints it as one line on standard error and ends with status 2.
// [snip:input-error]
class InputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};
// [snip:input-error]

}  // namespace nn

/// \file
/// \brief Slopes from two values of a function.
#pragma once

namespace nn {

/// \brief The one-sided difference: the slope of the line through f(x) and f(x +
/// h).
/// \implements{forward-difference}
///
/// h must not be 0. Error against f'(x): about h·|f''|/2 from the line, and 2ε|f|/h
/// from rounding, where ε is the relative error of one value of f.
// [snip:forward-difference]
template <class Function, class T>
T forward_difference(Function f, T x, T h) {
    return (f(T(x + h)) - f(x)) / h;
}
// [snip:forward-difference]

/// \brief The central difference: the slope of the line through f(x − h) and f(x +
/// h).
/// \implements{central-difference}
///
/// h must not be 0. Error against f'(x): about h²·|f'''|/6 from the line, and
/// ε|f|/h from rounding.
// [snip:central-difference]
template <class Function, class T>
T central_difference(Function f, T x, T h) {
    return (f(T(x + h)) - f(T(x - h))) / (2 * h);
}
// [snip:central-difference]

}  // namespace nn

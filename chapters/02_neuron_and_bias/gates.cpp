#include "gates.hpp"

#include <string>
#include <vector>

#include "nn/activation.hpp"
#include "nn/affine.hpp"
#include "nn/neuron.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:require-few]
void require_few(const char* where, std::size_t inputs) {
    require(inputs <= 4, where,
            std::to_string(inputs) + " inputs; a truth table here has at most 4");
}
// [snip:require-few]

}  // namespace

// [snip:truth-table]
std::uint32_t truth_table(std::span<const double> w, double b) {
    require_few("truth_table", w.size());
    std::vector<double> x(w.size());
    std::uint32_t table = 0;
    for (std::uint32_t row = 0; row < 1u << w.size(); ++row) {
        for (std::size_t i = 0; i < x.size(); ++i) x[i] = row >> i & 1u;
        if (step(weighted_sum<double>(w, x, b)) == 1.0) table |= 1u << row;
    }
    return table;
}
// [snip:truth-table]

// [snip:functions-of-a-neuron]
std::set<std::uint32_t> functions_of_a_neuron(std::size_t inputs, int largest,
                                              bool with_bias) {
    require_few("functions_of_a_neuron", inputs);
    const int reach = with_bias ? static_cast<int>(inputs) * largest + 1 : 0;
    std::set<std::uint32_t> found;
    std::vector<double> w(inputs, -largest);
    while (true) {
        for (int b = -reach; b <= reach; ++b) found.insert(truth_table(w, b));
        std::size_t i = 0;  // the next weights, as an odometer counts
        while (i < inputs && w[i] == largest) w[i++] = -largest;
        if (i == inputs) return found;
        ++w[i];
    }
}
// [snip:functions-of-a-neuron]

// [snip:examples-of-table]
Dataset examples_of_table(std::uint32_t table, std::size_t inputs) {
    require_few("examples_of_table", inputs);
    const std::uint32_t rows = 1u << inputs;
    Dataset data{arma::mat(inputs, rows), arma::rowvec(rows)};
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (arma::uword i = 0; i < inputs; ++i) data.X(i, row) = row >> i & 1u;
        data.y(row) = table >> row & 1u;
    }
    return data;
}
// [snip:examples-of-table]

// [snip:xor-by-layers]
double xor_by_layers(double x0, double x1) {
    const arma::mat x = arma::colvec{x0, x1};      // 2 × 1
    const arma::mat W1{{1.0, 1.0}, {-1.0, -1.0}};  // 2 × 2: an OR and a NAND
    const arma::vec b1{-0.5, 1.5};                 // 2
    arma::mat hidden = affine(W1, x, b1);          // 2 × 1
    hidden.transform(step<double>);
    const arma::mat W2{{1.0, 1.0}};                  // 1 × 2: an AND of the two
    const arma::vec b2(1, arma::fill::value(-1.5));  // 1
    return step(affine(W2, hidden, b2)(0, 0));
}
// [snip:xor-by-layers]

}  // namespace nn

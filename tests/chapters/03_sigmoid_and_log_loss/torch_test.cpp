/// Losses, gradients and optimizers, against the PyTorch that is installed.
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "mini_network.hpp"
#include "nn/optimizer.hpp"
#include "nn/softmax.hpp"
#include "support/capture.hpp"
#include "support/catch.hpp"
#include "training.hpp"

namespace {

using Values = std::vector<double>;

/// What the peer printed: a name and its values a line, as hexadecimal numbers.
std::map<std::string, Values> peer_answers() {
    const capture::Run run = capture::run({.arguments = {NN_PYTHON, NN_PEER}});
    INFO(run.err);
    REQUIRE(run.status == 0);
    std::map<std::string, Values> answers;
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        for (std::string word; words >> word;)
            answers[name].push_back(std::strtod(word.c_str(), nullptr));
    }
    return answers;
}

Values values_of(const arma::vec& values) {
    return {values.begin(), values.end()};
}

arma::mat normals(nn::Rng& rng, arma::uword rows, arma::uword columns,
                  double scale) {
    arma::mat values(rows, columns);
    for (double& value : values) value = scale * rng.normal();
    return values;
}

arma::rowvec labels(nn::Rng& rng, arma::uword n) {
    arma::rowvec y(n);
    for (double& value : y) value = static_cast<double>(rng.integer(0, 2));
    return y;
}

template <class Function>
Values each(const arma::mat& values, Function function) {
    Values results;
    for (const double value : values) results.push_back(function(value));
    return results;
}

Values trained(nn::Optimizer<double>& optimizer, arma::vec parameters,
               const nn::MiniShape& shape, const nn::Dataset& data) {
    nn::Rng unused(0);
    nn::train_in_batches(
        parameters, data,
        [&](const arma::vec& at, const nn::Dataset& batch) {
            return nn::packed(nn::mini_backward(nn::unpacked(at, shape), batch));
        },
        optimizer, {50, data.y.n_elem}, unused);
    return values_of(parameters);
}

void add_functions(nn::Rng& rng, std::map<std::string, Values>& ours) {
    const arma::rowvec z = normals(rng, 1, 1000, 10.0);
    const arma::rowvec y = labels(rng, 1000);
    ours["sigmoid"] = each(z, nn::sigmoid<double>);
    ours["softplus"] = each(z, nn::softplus<double>);
    ours["mean_log_loss"] = {nn::mean_log_loss(z, y)};
    const Values scores = values_of(normals(rng, 20, 1, 5.0));
    Values softmax(20), gradient(20);
    nn::softmax<double>(scores, softmax);
    nn::cross_entropy_grad<double>(scores, 7, gradient);
    ours["softmax"] = softmax;
    ours["cross_entropy"] = {nn::cross_entropy<double>(scores, 7)};
    ours["cross_entropy_grad"] = gradient;
}

void add_network(nn::Rng& rng, std::map<std::string, Values>& ours) {
    const nn::MiniShape shape{6, 4};
    nn::Dataset data;
    data.X = normals(rng, 6, 12, 1.0);
    data.y = labels(rng, 12);
    const arma::vec start = normals(rng, shape.parameters(), 1, 1.0);
    const nn::MiniNetwork network = nn::unpacked(start, shape);
    ours["mini_loss"] = {
        nn::mean_log_loss(nn::mini_forward(network, data.X).z, data.y)};
    ours["mini_gradient"] = values_of(nn::packed(nn::mini_backward(network, data)));
    nn::GradientDescent<double> descent(0.5);
    nn::Momentum<double> momentum(0.1, 0.9);
    nn::Adam<double> adam({.learning_rate = 0.05});
    ours["descent"] = trained(descent, start, shape, data);
    ours["momentum"] = trained(momentum, start, shape, data);
    ours["adam"] = trained(adam, start, shape, data);
}

}  // namespace

TEST_CASE("PyTorch computes the same losses, gradients and steps", "[torch]") {
    if (std::system(NN_PYTHON " -c 'import torch' >/dev/null 2>&1") != 0) {
        std::cout << "skipped: python3-torch not installed\n";
        return;
    }
    nn::Rng rng(2024);
    std::map<std::string, Values> ours;
    add_functions(rng, ours);
    add_network(rng, ours);
    const std::map<std::string, Values> theirs = peer_answers();
    REQUIRE(theirs.size() == ours.size());
    for (const auto& [name, values] : theirs) {
        INFO(name);
        REQUIRE(values.size() == ours[name].size());
        double largest = 0.0, worst = 0.0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            largest = std::max(largest, std::abs(values[i]));
            worst = std::max(worst, std::abs(values[i] - ours[name][i]));
        }
        CHECK(worst <= 1e-12 * largest);
    }
}

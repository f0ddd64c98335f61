/// Training steps of two layers, against the PyTorch that is installed.
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "benchmarks/character_race.hpp"
#include "nn/io/blas_threads.hpp"
#include "support/capture.hpp"
#include "support/catch.hpp"

namespace {

/// The losses that the peer printed, by the name of the cell.
std::map<std::string, std::vector<double>> peer_losses() {
    const capture::Run run =
        capture::run({.arguments = {NN_PYTHON, NN_PEER, NN_RACES}});
    INFO(run.err);
    REQUIRE(run.status == 0);
    std::map<std::string, std::vector<double>> losses;
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string cell;
        words >> cell;
        for (std::string word; words >> word;)
            losses[cell].push_back(std::strtod(word.c_str(), nullptr));
    }
    return losses;
}

}  // namespace

TEST_CASE("PyTorch has the same losses in the same training steps", "[torch]") {
    if (std::system(NN_PYTHON " -c 'import torch' >/dev/null 2>&1") != 0) {
        std::cout << "skipped: python3-torch not installed\n";
        return;
    }
    nn::use_one_blas_thread();
    const auto theirs = peer_losses();
    const std::vector<nn::Token> text = race::text();
    for (const nn::CellKind cell :
         {nn::CellKind::elman, nn::CellKind::gru, nn::CellKind::lstm}) {
        nn::CharacterModel model = race::model(cell);
        nn::CharacterTrainer trainer(model, text, race::training);
        const std::vector<double>& right = theirs.at(nn::name_of(cell));
        REQUIRE(right.size() == race::compared_steps);
        for (std::size_t step = 0; step < right.size(); ++step) {
            INFO(nn::name_of(cell) << ", step " << step);
            CHECK(std::abs(trainer.step() - right[step]) <= 1e-5);
        }
    }
}

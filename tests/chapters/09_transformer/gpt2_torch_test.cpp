/// GPT-2's files between this program and PyTorch, in both directions.
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "byte_pair_training.hpp"
#include "gpt2_file.hpp"
#include "nn/io/blas_threads.hpp"
#include "nn/io/text_pieces.hpp"
#include "small_transformer.hpp"
#include "support/capture.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

using nn::Token;

namespace {

const std::string texts =
    "In the beginning God created\n"
    "and the earth was without form, and void\n"
    " В начале 起初 they'll\n"
    "created the heaven and the earth the earth and God and the\n"
    "a\n";

bool has_torch() {
    const bool there =
        std::system(NN_PYTHON " -c 'import torch' >/dev/null 2>&1") == 0;
    if (!there) std::cout << "skipped: python3-torch not installed\n";
    return there;
}

/// The tokens of a text, and the scores after each of them.
struct Scored {
    std::vector<Token> tokens;
    std::vector<double> scores;
};

/// What the peer says of the files in a folder; "write" makes them first.
std::vector<Scored> peer(const std::string& mode, const scratch::Folder& folder) {
    const capture::Run run =
        capture::run({.arguments = {NN_PYTHON, NN_PEER, mode, folder.path()}});
    INFO(run.err);
    REQUIRE(run.status == 0);
    std::vector<Scored> all;
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) {
        all.emplace_back();
        std::istringstream tokens(line);
        for (Token token = 0; tokens >> token;) all.back().tokens.push_back(token);
        std::getline(lines, line);
        std::istringstream scores(line);
        for (std::string score; scores >> score;)
            all.back().scores.push_back(std::strtod(score.c_str(), nullptr));
    }
    return all;
}

/// Compares what the peer said of the texts with what we make of the same files.
void check_alike(const std::vector<Scored>& theirs, const scratch::Folder& folder) {
    const nn::StoredModel stored = nn::load_gpt2(folder / "model.safetensors");
    const nn::Transformer<float> model(stored.shape);
    std::istringstream lines(texts);
    std::size_t compared = 0;
    for (std::string line; std::getline(lines, line); ++compared) {
        INFO(line);
        REQUIRE(compared < theirs.size());
        const Scored& right = theirs[compared];
        REQUIRE(stored.codec->encode(line) == right.tokens);
        nn::TransformerPass<float> pass;
        model.forward(stored.parameters, right.tokens, 1, pass);
        REQUIRE(pass.logits.n_elem == right.scores.size());
        double worst = 0, largest = 0;
        for (arma::uword i = 0; i < pass.logits.n_elem; ++i) {
            worst =
                std::max(worst, std::abs(double(pass.logits[i]) - right.scores[i]));
            largest = std::max(largest, std::abs(right.scores[i]));
        }
        CHECK(largest > 1);
        CHECK(worst <= 1e-5);
    }
    CHECK(compared == theirs.size());
}

}  // namespace

TEST_CASE("what PyTorch wrote", "[gpt2-torch]") {
    if (!has_torch()) return;
    nn::use_one_blas_thread();
    const scratch::Folder folder;
    folder.file("texts.txt", texts);
    check_alike(peer("write", folder), folder);
}

TEST_CASE("what PyTorch reads", "[gpt2-torch]") {
    if (!has_torch()) return;
    nn::use_one_blas_thread();
    const nn::BytePairCodec codec(
        nn::train_byte_pairs(nn::counted_pieces(nn::text_pieces(texts)), 290),
        nn::text_pieces);
    const nn::Transformer<float> model(
        {.vocabulary = codec.size(),
         .context = 40,
         .layers = 3,
         .block = {.attention = {.width = 20, .heads = 5}}});
    const auto parameters = small_transformer::parameters(model, 972);
    const scratch::Folder folder;
    folder.file("texts.txt", texts);
    nn::save_gpt2(folder / "model.safetensors", model, parameters, codec,
                  "--save FILE");
    check_alike(peer("read", folder), folder);
}

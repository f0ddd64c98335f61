/// Both architectures pair by pair, against the formulas written down in double.
#include <cmath>
#include <vector>

#include "letters.hpp"
#include "nn/learning_rate.hpp"
#include "support/catch.hpp"

using nn::line_end;
using nn::Token;

TEST_CASE("two lines by the formulas, without noise", "[simple]") {
    // forward, in double: z = given · guessed, p = σ(z), a step of rate (1 − p)
    const std::vector<Token> text{0, 1, 2, line_end, 2, 1, line_end};
    nn::Word2VecOptions options{.dimension = 3,
                                .context_window = 2,
                                .negative_samples = 0,
                                .epochs = 3,
                                .learning_rate = 0.5,
                                .sample = 0.0,
                                .shrink_window = false};
    const std::vector<std::vector<Token>> lines{{0, 1, 2}, {2, 1}};
    for (const bool cbow : {false, true}) {
        const auto architecture =
            cbow ? nn::Architecture::cbow : nn::Architecture::skip_gram;
        const std::vector<Token> none{0, line_end, 1, line_end, 2};
        const nn::WordEmbedding start = trained(none, 3, options, architecture);
        arma::mat given =
            arma::conv_to<arma::mat>::from(cbow ? start.neighbour : start.centre);
        arma::mat guessed(3, 3);
        const double total = 3.0 * static_cast<double>(3 * (text.size() + 1));
        double done = 0.0;
        for (int epoch = 0; epoch < 3; ++epoch)
            for (const auto& line : lines) {
                const double rate = nn::linear_decay(0.5, done, total);
                done += static_cast<double>(line.size());
                for (const Token word : line) {
                    std::vector<Token> others;
                    for (const Token other : line)
                        if (other != word) others.push_back(other);
                    if (!cbow)
                        for (const Token c : others) {
                            const arma::vec w = given.col(word);
                            const double step =
                                rate /
                                (1.0 + std::exp(arma::dot(w, guessed.col(c))));
                            given.col(word) += step * guessed.col(c);
                            guessed.col(c) += step * w;
                        }
                    else {
                        const auto m = static_cast<double>(others.size());
                        arma::vec mean(3);
                        for (const Token c : others) mean += given.col(c) / m;
                        const double step =
                            rate /
                            (1.0 + std::exp(arma::dot(mean, guessed.col(word))));
                        for (const Token c : others)
                            given.col(c) += step * guessed.col(word) / m;
                        guessed.col(word) += step * mean;
                    }
                }
            }
        const nn::WordEmbedding found = trained(text, 3, options, architecture);
        const arma::fmat& found_given = cbow ? found.neighbour : found.centre;
        const arma::fmat& found_guessed = cbow ? found.centre : found.neighbour;
        CHECK(arma::abs(arma::conv_to<arma::mat>::from(found_given) - given).max() <
              1e-6);
        CHECK(arma::abs(arma::conv_to<arma::mat>::from(found_guessed) - guessed)
                  .max() < 1e-6);
        CHECK(arma::abs(guessed).max() > 0.05);  // something was learnt
    }
}

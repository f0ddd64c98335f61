/// What a transformer pays for a text, window by window.
#include "transformer_reading.hpp"

#include <cmath>

#include "nn/softmax.hpp"
#include "ruled_transformer.hpp"
#include "support/catch.hpp"

using ruled_transformer::Numbers;

namespace {

const nn::Transformer<float> model(ruled_transformer::shape());

/// Weights large enough that contexts matter.
const Numbers parameters = [] {
    Numbers numbers = ruled_transformer::beginning(model);
    nn::Rng rng(5);
    for (float& x : numbers) x += float(0.3 * rng.normal());
    return numbers;
}();

/// What the model pays for token `place`, from the `seen` tokens before it.
double nats_alone(std::span<const nn::Token> text, std::size_t place,
                  std::size_t seen) {
    nn::TransformerPass<float> pass;
    model.forward(parameters, text.subspan(place - seen, seen), 1, pass);
    const arma::vec scores =
        arma::conv_to<arma::vec>::from(pass.logits.col(seen - 1));
    return nn::cross_entropy<double>({scores.memptr(), scores.n_elem}, text[place]);
}

/// The mean over a text, each token from as much as its window shows.
double simple_nats(std::span<const nn::Token> text, std::size_t stride) {
    const std::size_t length = std::min<std::size_t>(8, text.size() - 1);
    double sum = 0.0;
    std::size_t done = 1, first = 0;
    while (done < text.size()) {
        for (std::size_t place = std::max(done, first + 1); place <= first + length;
             ++place)
            sum += nats_alone(text, place, place - first);
        done = first + length + 1;
        first = std::min(first + stride, text.size() - 1 - length);
    }
    return sum / double(text.size() - 1);
}

}  // namespace

TEST_CASE("a text costs what its tokens cost, each from its window", "[reading]") {
    const std::vector<nn::Token> all = ruled_text::symbols(400);
    for (const std::size_t size : {2, 5, 8, 9, 10, 17, 150, 400})
        for (const std::size_t stride : {1, 3, 4, 8}) {
            INFO(size << " tokens, a stride of " << stride);
            const auto text = std::span(all).first(size);
            CHECK(nn::nats_of_text(model, parameters, text, stride, 1) ==
                  Approx(simple_nats(text, stride)).epsilon(1e-5));
        }
}

TEST_CASE("what a text costs does not depend on the threads", "[reading]") {
    const std::vector<nn::Token> text = ruled_text::symbols(1500);
    const double one = nn::nats_of_text(model, parameters, text, 4, 1);
    CHECK(one == nn::nats_of_text(model, parameters, text, 4, 2));
    CHECK(one == nn::nats_of_text(model, parameters, text, 4, 5));
}

TEST_CASE("a text or a stride that cannot be read is refused", "[reading]") {
    const std::vector<nn::Token> text = ruled_text::symbols(20);
    const auto read = [&](std::size_t size, std::size_t stride) {
        return nn::nats_of_text(model, parameters, std::span(text).first(size),
                                stride, 1);
    };
    CHECK_THROWS_WITH(read(1, 4),
                      "nats_of_text: 1 tokens, a stride of 4; give at least 2, and "
                      "a stride of 1 to the context, 8");
    CHECK_THROWS_AS(read(20, 0), std::invalid_argument);
    CHECK_THROWS_AS(read(20, 9), std::invalid_argument);
    CHECK_NOTHROW(read(2, 8));
}

/// The transformer in plain loops, which the program's check trusts: against the
/// formulas and against the fast one.
#include "plain_transformer.hpp"

#include "exact_transformer.hpp"
#include "token_loss.hpp"

TEST_CASE("the plain transformer pays what its formulas and the fast one pay",
          "[plain]") {
    const std::vector<nn::Token> tokens{0, 3, 1, 2}, right{3, 1, 4, 0};
    for (const nn::NormPlacement placement : all_placements) {
        const nn::TransformerShape shape{
            .vocabulary = 5,
            .context = 6,
            .layers = 2,
            .block = {.attention = {.width = 6, .heads = 3}, .norm = placement}};
        const nn::Transformer<double> model(shape);
        std::vector<double> parameters(model.layout().size());
        nn::Rng rng(17);
        for (double& x : parameters) x = 0.5 * rng.normal();
        const std::vector<oracle::Real> exact(parameters.begin(), parameters.end());
        const oracle::Real loss =
            exact_loss(exact_logits(shape, exact, tokens, 1), right, 0);
        // the constants of GELU and the epsilon are doubles there
        const oracle::Real plain =
            nn::plain_loss<oracle::Real>(shape, exact, tokens, right);
        CHECK(abs(plain - loss) <= 1e-14 * loss);
        const double in_double =
            nn::plain_loss<double>(shape, parameters, tokens, right);
        CHECK(in_double == Approx(static_cast<double>(loss)).epsilon(1e-13));
        nn::TransformerPass<double> pass;
        model.forward(parameters, tokens, 1, pass);
        CHECK(nn::token_loss<double>(pass.logits, right, 1.0) ==
              Approx(in_double).epsilon(1e-13));
    }
}

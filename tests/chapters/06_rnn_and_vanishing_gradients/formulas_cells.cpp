/// The cells, their gradients and what is done with those, in 50 digits.
#include <cmath>
#include <string>
#include <vector>

#include "nn/cell_kind.hpp"
#include "nn/clipping.hpp"
#include "nn/gradient_check.hpp"
#include "nn/initialisation.hpp"
#include "nn/rng.hpp"
#include "support/oracle.hpp"
#include "symbol_sequence.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

/// One step of one unit, with random numbers.
template <class T>
struct UnitStep {
    UnitStep(std::size_t gates, nn::Rng& rng) : sums(gates), recurrent(gates) {
        for (T& x : sums) x = static_cast<T>(2.0 * rng.normal());
        for (T& x : recurrent) x = static_cast<T>(2.0 * rng.normal());
        hidden = static_cast<T>(rng.uniform(-1.0, 1.0));
        cell = static_cast<T>(3.0 * rng.normal());
        before = sums;
    }
    nn::CellStep<T> view() {
        return {sums,       recurrent,         {&hidden, 1},
                {&cell, 1}, {&next_hidden, 1}, {&next_cell, 1},
                {&kept, 1}};
    }
    /// The sum of a gate, rounded as the cell rounds it.
    Real sum(std::size_t gate) const {
        return Real(T(before[gate] + recurrent[gate]));
    }

    std::vector<T> sums, recurrent, before;
    T hidden, cell, next_hidden = 0, next_cell = 0, kept = 0;
};

Real logistic(const Real& z) {
    return 1 / (1 + exp(-z));
}

/// In ulp of T at the larger of 1 and `size`.
template <class T>
double error_of(T got, const Real& exact, const Real& size) {
    const Real ulp = oracle::spacing<T>(std::max(Real(1), Real(abs(size))));
    return static_cast<double>(abs(Real(got) - exact) / ulp);
}

/// See(worst, rng) in float and in double.
template <class T, class See>
void many(Worst& worst, const See& see) {
    nn::Rng rng(71);
    for (int i = 0; i < 5000; ++i) see(worst, rng, T());
}

}  // namespace

TEST_CASE("a unit of Elman's network", "[elman]") {
    Worst worst;
    const auto see = [](Worst& w, nn::Rng& rng, auto number) {
        using T = decltype(number);
        UnitStep<T> unit(1, rng);
        nn::ElmanCell<T>().forward(unit.view());
        w.see(error_of(unit.next_hidden, tanh(unit.sum(0)), 0));
    };
    many<double>(worst, see);
    many<float>(worst, see);
    worst.hold("elman", "ulp of 1", 2.0);
}

TEST_CASE("a unit of a GRU", "[gru]") {
    Worst worst;
    const auto see = [](Worst& w, nn::Rng& rng, auto number) {
        using T = decltype(number);
        UnitStep<T> unit(3, rng);
        nn::GruCell<T>().forward(unit.view());
        const Real r = logistic(unit.sum(0)), z = logistic(unit.sum(1));
        const Real n = tanh(Real(unit.before[2]) + r * Real(unit.recurrent[2]));
        w.see(error_of(unit.next_hidden, (1 - z) * n + z * Real(unit.hidden),
                       Real(unit.hidden)));
    };
    many<double>(worst, see);
    many<float>(worst, see);
    worst.hold("gru", "ulp of the larger of 1 and |h|", 4.0);
}

TEST_CASE("a unit of an LSTM", "[lstm]") {
    Worst worst;
    const auto see = [](Worst& w, nn::Rng& rng, auto number) {
        using T = decltype(number);
        UnitStep<T> unit(4, rng);
        nn::LstmCell<T>().forward(unit.view());
        const Real i = logistic(unit.sum(0)), f = logistic(unit.sum(1)),
                   o = logistic(unit.sum(2));
        const Real c = f * Real(unit.cell) + i * tanh(unit.sum(3));
        w.see(error_of(unit.next_cell, c, Real(unit.cell)));
        w.see(error_of(unit.next_hidden, o * tanh(c), Real(unit.cell)));
    };
    many<double>(worst, see);
    many<float>(worst, see);
    worst.hold("lstm", "ulp of the larger of 1 and |c|", 4.0);
}

namespace {

using nn::CellKind;

struct Text {
    Text(const nn::SymbolShape& of, std::size_t steps, std::uint32_t seed)
        : shape(of), parameters(of.parameters()) {
        nn::Rng rng(seed);
        nn::fill_uniform<double>(parameters, 0.8, rng);
        for (std::size_t t = 0; t <= steps; ++t)
            symbols.push_back(static_cast<nn::Token>(rng.interval(of.symbols - 1)));
    }
    std::vector<double> gradient(std::size_t chunk) const {
        return nn::sequence_gradient<double>(shape, parameters, symbols, chunk);
    }

    nn::SymbolShape shape;
    std::vector<double> parameters;
    std::vector<nn::Token> symbols;
};

constexpr CellKind kinds[] = {CellKind::elman, CellKind::gru, CellKind::lstm};

}  // namespace

TEST_CASE("the loss over a sequence", "[sequence-loss]") {
    Worst worst;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const Text text({CellKind::elman, 4, 3}, 20, seed);
        const std::vector<Real> p(text.parameters.begin(), text.parameters.end());
        const auto W_x = [&](int i, int j) { return p[3 * j + i]; };
        const auto W_h = [&](int i, int j) { return p[12 + 3 * j + i]; };
        const auto V = [&](int i, int j) { return p[24 + 4 * j + i]; };
        std::vector<Real> h(3);
        Real sum = 0;
        for (std::size_t t = 0; t < 20; ++t) {
            std::vector<Real> next(3);
            for (int i = 0; i < 3; ++i) {
                Real z = W_x(i, static_cast<int>(text.symbols[t])) + p[21 + i];
                for (int j = 0; j < 3; ++j) z += W_h(i, j) * h[j];
                next[i] = tanh(z);
            }
            h = next;
            Real all = 0, right = 0;
            for (int s = 0; s < 4; ++s) {
                const Real e = exp(p[36 + s] + V(s, 0) * h[0] + V(s, 1) * h[1] +
                                   V(s, 2) * h[2]);
                all += e;
                if (static_cast<nn::Token>(s) == text.symbols[t + 1]) right = e;
            }
            sum -= log(right / all);
        }
        const double got =
            nn::sequence_loss<double>(text.shape, text.parameters, text.symbols);
        worst.see(static_cast<double>(abs(got - sum / 20)));
    }
    worst.hold("sequence-loss", "absolute", 1e-13);
}

TEST_CASE("backpropagation through time", "[bptt]") {
    Worst worst;
    for (const CellKind kind : kinds)
        for (std::uint32_t seed = 0; seed < 3; ++seed) {
            const Text text({kind, 3, 3}, 8, seed);
            worst.see(nn::check_gradient(
                          [&](std::span<const Real> at) {
                              return nn::sequence_loss<Real>(text.shape, at,
                                                             text.symbols);
                          },
                          text.parameters, text.gradient(8))
                          .worst);
        }
    worst.hold("bptt", "relative", 1e-9);
}

namespace {

/// The loss of a sequence whose chunks begin with states that stay as they are.
class ChunkLoss {
public:
    ChunkLoss(const Text& text, std::size_t chunk) : text_(text), chunk_(chunk) {
        const std::vector<Real> at(text.parameters.begin(), text.parameters.end());
        const auto weights = weights_of(at);
        nn::Unrolled<Real> whole(*cell_, weights.layer);
        for (std::size_t t = 0; t + 1 < text.symbols.size(); ++t) {
            const auto h = whole.hidden(t), c = whole.cell_state(t);
            hidden_.emplace_back(h.begin(), h.end()),
                cells_.emplace_back(c.begin(), c.end());
            whole.read(symbol(t));
        }
    }

    Real operator()(std::span<const Real> at) const {
        const auto weights = weights_of(at);
        Real sum = 0;
        for (std::size_t first = 0; first < hidden_.size(); first += chunk_) {
            nn::Unrolled<Real> part(*cell_, weights.layer);
            part.start(hidden_[first], cells_[first]);
            for (std::size_t t = first;
                 t < std::min(first + chunk_, hidden_.size()); ++t) {
                part.read(symbol(t));
                const auto z =
                    nn::symbol_scores(weights, part.hidden(t - first + 1));
                sum += nn::cross_entropy<Real>(z, text_.symbols[t + 1]);
            }
        }
        return sum / static_cast<Real>(hidden_.size());
    }

private:
    nn::SymbolWeights<const Real> weights_of(std::span<const Real> at) const {
        return nn::symbol_weights(text_.shape, at);
    }
    std::vector<Real> symbol(std::size_t t) const {
        return nn::one_hot<Real>(text_.symbols[t], text_.shape.symbols);
    }

    const Text& text_;
    std::size_t chunk_;
    std::unique_ptr<nn::RecurrentCell<Real>> cell_ =
        nn::make_cell<Real>(text_.shape.cell);
    std::vector<std::vector<Real>> hidden_, cells_;  // before each step
};

}  // namespace

TEST_CASE("truncated backpropagation takes the states between chunks as given",
          "[truncated-bptt]") {
    Worst worst;
    for (const CellKind kind : kinds)
        for (const std::size_t chunk : {1, 3, 8, 20}) {
            const Text text({kind, 3, 2}, 8, 5);
            const ChunkLoss loss(text, chunk);
            worst.see(
                nn::check_gradient(loss, text.parameters, text.gradient(chunk))
                    .worst);
        }
    worst.hold("truncated-bptt", "relative", 1e-9);
}

TEST_CASE("the length of a gradient", "[gradient-norm]") {
    nn::Rng rng(72);
    Worst worst;
    for (int i = 0; i < 300; ++i) {
        std::vector<double> slopes(1 + rng.interval(99));
        Real squares = 0;
        for (double& slope : slopes) {
            slope = std::exp(rng.uniform(-20.0, 20.0)) * rng.normal();
            squares += Real(slope) * Real(slope);
        }
        const double error =
            oracle::ulp_error(nn::gradient_norm<double>(slopes), sqrt(squares));
        worst.see(error / static_cast<double>(slopes.size()));
    }
    worst.hold("gradient-norm", "of n ulp", 1.0);
}

TEST_CASE("a gradient is clipped", "[clip-by-norm]") {
    nn::Rng rng(73);
    Worst worst;
    for (int i = 0; i < 300; ++i) {
        std::vector<double> slopes(20);
        for (double& slope : slopes)
            slope = std::exp(rng.uniform(-10.0, 10.0)) * rng.normal();
        const std::vector<double> before = slopes;
        const double longest = std::exp(rng.uniform(-15.0, 15.0));
        const double norm = nn::clip_by_norm<double>(slopes, longest);
        const Real scale = std::min(Real(1), Real(Real(longest) / Real(norm)));
        for (std::size_t k = 0; k < slopes.size(); ++k)
            worst.see(oracle::ulp_error(slopes[k], Real(before[k]) * scale));
    }
    worst.hold("clip-by-norm", "ulp", 2.0);
}

// W = P D P⁻¹ in whole numbers: P has a 1 in each place of its diagonal and whole
// numbers below it, D a number or a scaled quarter turn in each block.
TEST_CASE("the spectral radius", "[spectral-radius]") {
    nn::Rng rng(74);
    Worst worst;
    for (int i = 0; i < 100; ++i) {
        arma::mat D(6, 6), P(6, 6, arma::fill::eye), back(6, 6, arma::fill::eye);
        D(0, 0) = 3.0, D(1, 1) = -double(rng.integer(4, 6)), D(2, 2) = 1.0,
             D(3, 3) = 2.0;
        const auto a = double(rng.integer(1, 7)), b = double(rng.integer(1, 7));
        D(4, 4) = D(5, 5) = a, D(4, 5) = -b, D(5, 4) = b;
        for (int change = 0; change < 8; ++change) {
            const auto row = rng.interval(5), column = rng.interval(5);
            if (row == column) continue;
            P.row(row) += P.row(column);
            back.col(column) -= back.col(row);
        }
        const Real exact = std::max(Real(abs(Real(D(1, 1)))),
                                    Real(sqrt(Real(a) * a + Real(b) * b)));
        worst.see(oracle::relative_error(nn::spectral_radius(P * D * back), exact));
    }
    worst.hold("spectral-radius", "relative", 1e-10);
}

TEST_CASE("the fast hyperbolic tangent", "[fast-tanh]") {
    Worst worst;
    const Real ulp = oracle::spacing<float>(Real(0.5));
    for (float size = 1e-10F; size < 40.0F; size *= 1.0001F)
        for (const float z : {size, -size})
            worst.see(static_cast<double>(
                abs(Real(nn::fast_tanh(z)) - tanh(Real(z))) / ulp));
    CHECK((nn::fast_tanh(INFINITY) == 1.0F && nn::fast_tanh(-INFINITY) == -1.0F &&
           nn::fast_tanh(0.0F) == 0.0F));
    CHECK(std::isnan(nn::fast_tanh(NAN)));
    worst.hold("fast-tanh", "ulp of 1/2", 2.0);
}

#include <cmath>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/attention.hpp"
#include "nn/rotary.hpp"

namespace {

using nn::exercise::Layer;
using nn::exercise::Sequence;

arma::mat matrix_of(const Sequence& tokens) {
    arma::mat X(tokens[0].size(), tokens.size());  // d × T
    for (std::size_t t = 0; t < tokens.size(); ++t) X.col(t) = arma::vec(tokens[t]);
    return X;
}

Sequence sequence_of(const arma::mat& X) {
    Sequence tokens;
    for (arma::uword t = 0; t < X.n_cols; ++t)
        tokens.push_back(arma::conv_to<std::vector<double>>::from(X.col(t)));
    return tokens;
}

// The book's attention, each token looking with its own vector.
arma::mat attend(const arma::mat& X, const arma::mat& Q,
                 const nn::AttentionRule& rule = {}) {
    const arma::mat S = Q.t() * Q / std::sqrt(double(Q.n_rows));  // T × T
    return nn::attention_output<double>(X, nn::attention_weights<double>(S, rule));
}

arma::mat attend(const arma::mat& X) {
    return attend(X, X);
}

arma::mat rotary(const arma::mat& X) {
    arma::mat Q = X;  // d × T
    nn::rotate(Q, nn::RotaryTurns<double>(X.n_rows, X.n_cols));
    return attend(X, Q);
}

arma::mat with_sinusoids(const arma::mat& X, double times) {
    return attend(X + times * nn::sinusoidal_encoding(X.n_rows, X.n_cols));
}

arma::mat marked(arma::mat X, arma::uword token) {
    X.col(token) += 1.0;
    return attend(X);
}

struct Task {
    std::string name;
    arma::mat (*layer)(const arma::mat& X);

    Layer black_box() const {
        return [layer = layer](const Sequence& tokens) {
            return sequence_of(layer(matrix_of(tokens)));
        };
    }
};

std::vector<Task> tasks() {
    using arma::mat;
    return {
        {"self-attention as it is", attend},
        {"the mean of all tokens for each",
         [](const mat& X) -> mat {
             return arma::repmat(arma::mean(X, 1), 1, X.n_cols);
         }},
        {"each token on its own",
         [](const mat& X) -> mat { return arma::tanh(X); }},
        {"sinusoids added to the tokens",
         [](const mat& X) { return with_sinusoids(X, 1.0); }},
        {"sinusoids added, very faint",
         [](const mat& X) { return with_sinusoids(X, 1e-5); }},
        {"rotary positions", rotary},
        {"linear biases in both directions",
         [](const mat& X) { return attend(X, X, {.slope = 0.25}); }},
        {"causal attention without positions",
         [](const mat& X) { return attend(X, X, {.causal = true}); }},
        {"the position added to each output",
         [](const mat& X) -> mat {
             return attend(X) + nn::sinusoidal_encoding(X.n_rows, X.n_cols);
         }},
        {"the last token marked",
         [](const mat& X) { return marked(X, X.n_cols - 1); }},
        {"the first token marked", [](const mat& X) { return marked(X, 0); }},
        {"each token with its right neighbour, in a ring", [](const mat& X) -> mat {
             return arma::tanh(X + 2 * arma::shift(X, -1, 1));
         }}};
}

Sequence six_tokens() {
    nn::Rng rng(1);
    return diagnosis::normal_columns(6, 4, rng);
}

// Place t of an order has the number of the token that comes t-th.
using Order = std::vector<std::size_t>;

Sequence in_order(const Sequence& tokens, const Order& order) {
    Sequence permuted;
    for (const std::size_t t : order) permuted.push_back(tokens[t]);
    return permuted;
}

Sequence put_back(const Sequence& outputs, const Order& order) {
    Sequence back = outputs;
    for (std::size_t t = 0; t < order.size(); ++t) back[order[t]] = outputs[t];
    return back;
}

Order exchange(std::size_t n, std::size_t t) {
    Order order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    std::swap(order[t], order[t + 1]);
    return order;
}

std::vector<Order> all_exchanges(std::size_t n) {
    std::vector<Order> orders;
    for (std::size_t t = 0; t + 1 < n; ++t) orders.push_back(exchange(n, t));
    return orders;
}

// A trial, and what people make of it.
struct Slip {
    std::vector<Order> orders = all_exchanges(6);
    double rounding = 1e-9;
    bool puts_back = true;
    bool pooled = false;
    bool inverted = false;
};

Sequence mean_of(const Sequence& outputs) {
    return sequence_of(arma::mean(matrix_of(outputs), 1));
}

bool differ(const Sequence& a, const Sequence& b, const Slip& slip) {
    const arma::mat x = matrix_of(slip.pooled ? mean_of(a) : a),
                    y = matrix_of(slip.pooled ? mean_of(b) : b);
    return arma::abs(x - y).max() > slip.rounding;
}

std::string answer(bool knows) {
    return knows ? "it knows the order" : "it does not know the order";
}

std::string found(const Task& task, const Slip& slip) {
    const Layer layer = task.black_box();
    const Sequence tokens = six_tokens(), plain = layer(tokens);
    bool knows = false;
    for (const Order& order : slip.orders) {
        const Sequence outputs = layer(in_order(tokens, order));
        knows |= differ(plain, slip.puts_back ? put_back(outputs, order) : outputs,
                        slip);
    }
    return answer(knows != slip.inverted);
}

std::vector<diagnosis::Mistake<Task, std::string>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::string>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) { return found(task, slip); }});
    };
    mistake(
        "the answer is the wrong way round: a layer that minds the order knows it",
        {.inverted = true});
    mistake("rounding is taken for knowledge: differences up to 1e-9 do not count",
            {.rounding = 0.0});
    mistake("a small difference is taken for rounding: above 1e-9 it counts",
            {.rounding = 1e-3});
    mistake("the outputs are not put back: compare what the same token gets",
            {.puts_back = false});
    mistake(
        "turning the tokens round is not enough: the distances stay as they were",
        {.orders = {{5, 4, 3, 2, 1, 0}}});
    mistake("moving all tokens on is not enough: in a ring nothing changes",
            {.orders = {{1, 2, 3, 4, 5, 0}}});
    mistake("moving all tokens on is not enough: in a ring nothing changes",
            {.orders = {{5, 0, 1, 2, 3, 4}}});
    mistake(
        "exchanging the first two is not enough: it may be another one that counts",
        {.orders = {exchange(6, 0)}});
    mistake(
        "exchanging the last two is not enough: it may be another one that counts",
        {.orders = {exchange(6, 4)}});
    mistake(
        "only the mean of the outputs is compared: it does not say who got what",
        {.pooled = true});
    return all;
}

}  // namespace

TEST_CASE("Which layers know the order of their tokens") {
    diagnosis::check<Task, std::string>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = [](const Task& task) { return found(task, {}); },
         .yours =
             [](const Task& task) {
                 return answer(
                     nn::exercise::knows_order(task.black_box(), six_tokens()));
             },
         .mistakes = mistakes()});
}

TEST_CASE("Three of them do not know it") {
    std::size_t blind = 0;
    for (const Task& task : tasks()) blind += found(task, {}) == answer(false);
    CHECK(blind == 3);
}

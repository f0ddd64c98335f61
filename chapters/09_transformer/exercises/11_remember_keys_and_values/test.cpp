#include <cmath>
#include <stdexcept>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"
#include "nn/attention.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::Columns;
using diagnosis::show;
using nn::exercise::Cache;
using nn::exercise::Head;

struct Task {
    std::string name;
    arma::mat W_Q, W_K, W_V;  // d × width
    arma::mat positions;      // width × places
    arma::mat tokens;         // width × T
};

Column column_of(const arma::vec& x) {
    return arma::conv_to<Column>::from(x);
}

Columns columns_of(const arma::mat& X) {
    Columns all;
    for (arma::uword t = 0; t < X.n_cols; ++t) all.push_back(column_of(X.col(t)));
    return all;
}

arma::mat random_matrix(arma::uword rows, arma::uword columns, nn::Rng& rng) {
    arma::mat M(rows, columns);
    rng.fill_normal({M.memptr(), M.n_elem});
    return M;
}

Task random_task(arma::uword tokens, arma::uword width, arma::uword d,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    const arma::mat W_Q = random_matrix(d, width, rng);
    const arma::mat W_K = random_matrix(d, width, rng);
    const arma::mat W_V = random_matrix(d, width, rng);
    const arma::mat positions = random_matrix(width, tokens + 2, rng);
    return {show(tokens) + " tokens, width " + show(width) + ", d = " + show(d),
            W_Q,
            W_K,
            W_V,
            positions,
            random_matrix(width, tokens, rng)};
}

std::vector<Task> tasks() {
    const arma::mat one(1, 1, arma::fill::ones);
    return {{"two tokens, by hand", one, one, one, {{0, 1}}, {{0, 0}}},
            random_task(4, 3, 2, 1),
            random_task(7, 4, 4, 2),
            random_task(5, 6, 3, 3)};
}

// The head on the whole text, without a cache; and what people make of it.
struct Slip {
    enum Place { counted, always_first, from_one, none } place = counted;
    bool position_in_value = true;
    bool sees_itself = true;
    bool itself_alone = false;
    bool root = true;
    bool keys_kept = true;       // else each query meets its own key everywhere
    bool queries_added = false;  // the answers of all tokens so far
};

arma::mat placed(const Task& task, const Slip& slip) {
    arma::mat X = task.tokens;  // width × T
    const arma::mat& P = task.positions;
    for (arma::uword t = 0; t < X.n_cols; ++t) {
        if (slip.place == Slip::counted) X.col(t) += P.col(t);
        if (slip.place == Slip::always_first) X.col(t) += P.col(0);
        if (slip.place == Slip::from_one) X.col(t) += P.col((t + 1) % P.n_cols);
    }
    return X;
}

bool sees(arma::uword k, arma::uword q, const Slip& slip) {
    if (slip.itself_alone) return k == q;
    if (!slip.sees_itself && q > 0) return k < q;
    return k <= q;
}

arma::vec output_of(const Task& task, arma::uword q, const Slip& slip) {
    const arma::mat X = placed(task, slip);  // width × T
    const arma::mat K = task.W_K * X;        // d × T
    const arma::mat V =
        task.W_V * (slip.position_in_value ? X : task.tokens);  // d × T
    const arma::vec query = task.W_Q * X.col(q);                // d × 1
    arma::vec weights(X.n_cols, arma::fill::zeros);             // T × 1
    const double root = slip.root ? std::sqrt(double(query.n_elem)) : 1.0;
    for (arma::uword k = 0; k < X.n_cols; ++k)
        if (sees(k, q, slip))
            weights[k] =
                std::exp(arma::dot(K.col(slip.keys_kept ? k : q), query) / root);
    weights /= arma::accu(weights);
    return V * weights;
}

std::vector<Close> with(const Task& task, const Slip& slip) {
    Columns outputs;
    arma::vec sum(task.W_V.n_rows, arma::fill::zeros);  // d × 1
    for (arma::uword q = 0; q < task.tokens.n_cols; ++q) {
        const arma::vec output = output_of(task, q, slip);  // d × 1
        sum += output;
        outputs.push_back(column_of(slip.queries_added ? sum : output));
    }
    return diagnosis::rounded(diagnosis::joined(outputs));
}

// The book's own attention on the whole text.
std::vector<Close> right(const Task& task) {
    const arma::mat X = placed(task, {});  // width × T
    const arma::mat K = task.W_K * X, Q = task.W_Q * X, V = task.W_V * X;  // d × T
    const arma::mat S = K.t() * Q / std::sqrt(double(Q.n_rows));           // T × T
    const arma::mat A = nn::attention_weights<double>(S, {.causal = true});
    return diagnosis::rounded(
        diagnosis::joined(columns_of(nn::attention_output<double>(V, A))));
}

// A head that counts what it is asked for.
struct Counts {
    std::size_t queries = 0, keys = 0, values = 0;
};

Head head_of(const Task& task, Counts& counts) {
    const auto times = [](const arma::mat& W, std::size_t& count) {
        return [&W, &count](const Column& x) {
            ++count;
            return column_of(W * arma::vec(x));
        };
    };
    return {columns_of(task.positions), times(task.W_Q, counts.queries),
            times(task.W_K, counts.keys), times(task.W_V, counts.values)};
}

Columns read(const Task& task, Counts& counts) {
    const Head head = head_of(task, counts);
    Cache cache;
    Columns outputs;
    for (const Column& token : columns_of(task.tokens))
        outputs.push_back(nn::exercise::read_next(head, token, cache));
    return outputs;
}

std::vector<diagnosis::Mistake<Task, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Task, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Task& task) { return with(task, slip); }});
    };
    mistake(
        "every token stands at place 0: its place is the number of tokens in the "
        "cache",
        {.place = Slip::always_first});
    mistake("the places count from 1: the first token stands at place 0",
            {.place = Slip::from_one});
    mistake("the position is missing: it is added to the token's vector first",
            {.place = Slip::none});
    mistake("the value is without its position: all three are of the same vector",
            {.position_in_value = false});
    mistake(
        "the token does not see itself: its key and value are in the cache before "
        "it looks",
        {.sees_itself = false});
    mistake(
        "the token sees itself alone: the cache has the keys and values of those "
        "before it",
        {.itself_alone = true});
    mistake("1/√d is missing: a score is k · q / √d", {.root = false});
    mistake("the keys are overwritten: each token keeps its own",
            {.keys_kept = false});
    mistake("the outputs add up: what a token asked is over when it has its answer",
            {.queries_added = true});
    return all;
}

}  // namespace

TEST_CASE("A text read token by token: the outputs, one behind the other") {
    diagnosis::check<Task, std::vector<Close>>(
        {.inputs = tasks(),
         .describe = [](const Task& task) { return task.name; },
         .right = right,
         .yours =
             [](const Task& task) {
                 Counts counts;
                 return diagnosis::rounded(diagnosis::joined(read(task, counts)));
             },
         .mistakes = mistakes()});
}

TEST_CASE("Each token's key and value are worked out once") {
    const Task task = random_task(9, 4, 3, 4);
    Counts counts;
    read(task, counts);
    const std::size_t tokens = task.tokens.n_cols;
    if (counts.keys > tokens || counts.values > tokens || counts.queries > tokens)
        FAIL("what is known is worked out again: once a token is enough"
             << "\n    for       " << task.name << "\n    expected  " << tokens
             << " queries, keys and values\n    yours     " << counts.queries
             << " queries, " << counts.keys << " keys, " << counts.values
             << " values");
    SUCCEED();
}

TEST_CASE("A full context takes no further token") {
    const Task task = random_task(3, 2, 2, 5);  // and 5 places
    Counts counts;
    const Head head = head_of(task, counts);
    Cache cache;
    const Column token(2, 1.0);
    for (int t = 0; t < 5; ++t) nn::exercise::read_next(head, token, cache);
    bool refused = false;
    try {
        nn::exercise::read_next(head, token, cache);
    } catch (const std::invalid_argument&) {
        refused = true;
    }
    if (!refused)
        FAIL("a token beyond the context is taken: throw std::invalid_argument"
             << "\n    for       the 6th token, with 5 positions");
    if (cache.keys.size() != 5 || cache.values.size() != 5)
        FAIL("the refused token is in the cache: look before you put it there"
             << "\n    for       the 6th token, with 5 positions");
    SUCCEED();
}

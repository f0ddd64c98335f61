/// Long mixed streams, bit for bit, against the NumPy that is installed.
#include <armadillo>
#include <bit>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

/// A call of the script: its name and its whole-number arguments.
struct Call {
    std::string name;
    std::vector<std::int64_t> arguments;
};

std::int64_t below(nn::Rng& rng, std::int64_t n) {
    return rng.integer(0, n);
}

Call random_call(nn::Rng& rng) {
    const std::int64_t n = 1 + below(rng, 30);
    switch (rng.interval(8)) {
        case 0:
            return {"rand", {n}};
        case 1:
            return {"randn", {n}};
        case 2:
            return {"uniform", {-below(rng, 1000), 1 + below(rng, 1000), n}};
        case 3: {  // widths from one value to the whole of 64 bits
            const auto low =
                static_cast<std::int64_t>(rng.bits64()) >> rng.interval(63);
            const auto room =
                static_cast<std::uint64_t>(INT64_MAX - (low > 0 ? low : 0));
            const auto width = 1 + (rng.bits64() >> rng.interval(63)) % room;
            return {"randint", {low, low + static_cast<std::int64_t>(width), n}};
        }
        case 4:
            return {"permutation", {n}};
        case 5:
            return {"shuffle", {n}};
        case 6:
            return {"shuffle_rows", {n}};
        case 7:
            return {"choice", {n, 1 + below(rng, 20)}};
        default:
            return {"randint", {5, 6, n}};
    }
}

std::string line_of(const Call& call) {
    std::string line = call.name;
    for (const std::int64_t argument : call.arguments)
        line += " " + std::to_string(argument);
    return line;
}

void put(std::ostream& out, double value) {
    char hex[20];
    std::snprintf(
        hex, sizeof hex, " %016llx",
        static_cast<unsigned long long>(std::bit_cast<std::uint64_t>(value)));
    out << hex;
}

std::vector<double> probabilities(std::size_t n) {
    std::vector<double> p(n);
    std::iota(p.begin(), p.end(), 1.0);
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& value : p) value /= sum;
    return p;
}

void replay(const Call& call, nn::Rng& rng, std::ostream& out) {
    const std::vector<std::int64_t>& a = call.arguments;
    const auto n = static_cast<std::size_t>(a.back());
    std::vector<double> numbers(n);
    if (call.name == "rand") rng.fill_uniform(numbers);
    if (call.name == "randn") rng.fill_normal(numbers);
    if (call.name == "uniform")
        for (double& x : numbers)
            x = rng.uniform(static_cast<double>(a[0]), static_cast<double>(a[1]));
    if (call.name == "shuffle") {
        std::iota(numbers.begin(), numbers.end(), 0.0);
        rng.shuffle(std::span(numbers));
    }
    if (call.name == "randint")
        for (std::size_t i = 0; i < n; ++i) out << ' ' << rng.integer(a[0], a[1]);
    else if (call.name == "permutation")
        for (const std::size_t i : rng.permutation(n)) out << ' ' << i;
    else if (call.name == "choice")
        for (const std::size_t i :
             rng.choice(probabilities(static_cast<std::size_t>(a[0])), n))
            out << ' ' << i;
    else if (call.name == "shuffle_rows") {
        arma::mat rows(n, 2);
        for (arma::uword i = 0; i < n; ++i)
            rows.row(i) = arma::rowvec{2.0 * static_cast<double>(i),
                                       2.0 * static_cast<double>(i) + 1};
        rng.shuffle_rows(rows);
        for (arma::uword i = 0; i < n; ++i)
            put(out, rows(i, 0)), put(out, rows(i, 1));
    } else {
        for (const double value : numbers) put(out, value);
    }
}

std::string contents(const std::string& path) {
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("mixed streams of 200 seeds equal NumPy's, bit for bit", "[numpy]") {
    if (std::system(NN_PYTHON " -c 'import numpy' >/dev/null 2>&1") != 0) {
        std::cout << "skipped: python3-numpy not installed\n";
        return;
    }
    const std::filesystem::path folder = std::filesystem::temp_directory_path();
    const std::string script = folder / "nn_numpy_script.txt",
                      answer = folder / "nn_numpy_answer.txt";
    nn::Rng chooser(2024);
    std::ofstream calls(script);
    std::ostringstream ours;
    for (int i = 0; i < 200; ++i) {
        const std::uint32_t seed =
            i < 4 ? static_cast<std::uint32_t>(i) : chooser.bits32();
        nn::Rng rng(seed);
        calls << "seed " << seed << '\n';
        for (int k = 0; k < 60; ++k) {
            const Call call = random_call(chooser);
            calls << line_of(call) << '\n';
            ours << line_of(call);
            replay(call, rng, ours);
            ours << '\n';
        }
    }
    calls << "seed 42\n";  // the split of the verses is cut from this order
    nn::Rng verses(42);
    const Call permutation{"permutation", {31102}};
    calls << line_of(permutation) << '\n';
    ours << line_of(permutation);
    replay(permutation, verses, ours);
    ours << '\n';
    calls.close();
    REQUIRE(std::system(
                (NN_PYTHON " " NN_PEER " < " + script + " > " + answer).c_str()) ==
            0);
    std::istringstream mine(ours.str()), theirs(contents(answer));
    std::string a, b;
    int lines = 0;
    while (std::getline(mine, a)) {
        REQUIRE(std::getline(theirs, b));
        REQUIRE(a == b);
        ++lines;
    }
    CHECK(lines == 200 * 60 + 1);
}

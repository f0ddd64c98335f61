/// A loaded model talks: what it prints, to whom, and what it refuses.
#include "talk.hpp"

#include <limits>

#include "byte_pair_training.hpp"
#include "key_value_cache.hpp"
#include "nn/io/text.hpp"
#include "nn/io/text_pieces.hpp"
#include "small_transformer.hpp"
#include "support/program_run.hpp"
#include "support/terminal.hpp"

namespace {

const std::string alphabet = "abcdefghi \n";  // 11
const std::string seen = "神 and the earth and the 神";

/// A folder with a model of characters and one of byte pairs.
struct Models {
    scratch::Folder folder{};
    std::string characters = folder / "c.safetensors";
    std::string bytes = folder / "b.safetensors";

    Models() {
        const nn::Transformer<float> small(small_transformer::shape);
        nn::save_gpt2(characters, small, small_transformer::parameters(small, 990),
                      nn::CharacterCodec(nn::Alphabet::in_order(alphabet)),
                      "--save");
        const nn::BytePairCodec codec(
            nn::train_byte_pairs(nn::counted_pieces(nn::text_pieces(seen)), 262),
            nn::text_pieces);
        nn::TransformerShape shape = small_transformer::shape;
        shape.vocabulary = codec.size();
        const nn::Transformer<float> wide(shape);
        nn::save_gpt2(bytes, wide, small_transformer::parameters(wide, 991), codec,
                      "--save");
    }
};

const Models& models() {
    static const Models all;
    return all;
}

capture::Run talk(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), NN_PROGRAM);
    return capture::run({.arguments = arguments});
}

std::vector<std::string> asked(const std::string& model,
                               const std::string& prompt) {
    return {"--load", model, "--prompt", prompt};
}

}  // namespace

TEST_CASE("a text goes on beyond the context, the same each time", "[talk]") {
    const capture::Run once = talk(asked(models().characters, "a bad cafe"));
    CHECK(once.status == 0);
    CHECK(once.err == "");
    CHECK(once.out.starts_with("a bad cafe"));
    CHECK(once.out.size() == 10 + 200 + 1);
    CHECK(talk(asked(models().characters, "a bad cafe")).out == once.out);
    std::vector<std::string> other = asked(models().characters, "a bad cafe");
    other.insert(other.end(), {"--seed", "43"});
    CHECK(talk(other).out != once.out);
}

TEST_CASE("the text is drawn from the model's scores", "[talk]") {
    const nn::StoredModel stored = nn::load_gpt2(models().characters);
    const nn::Transformer<float> model(stored.shape);
    nn::TalkOptions options;
    options.length = 30;
    std::string text;
    nn::Rng rng(1);
    nn::go_on(stored, "abc", options, rng,
              [&](const std::string& part) { text += part; });
    nn::Rng again(1);
    std::vector<nn::Token> tokens = stored.codec->encode("abc");
    for (std::size_t i = 0; i < options.length; ++i) {
        const arma::fcolvec z =
            nn::scores_anew<float>(model, stored.parameters, tokens);
        tokens.push_back(static_cast<nn::Token>(nn::draw_token<float>(
            {z.memptr(), z.n_elem}, options.sampling, again)));
    }
    CHECK(text == stored.codec->decode(tokens) + "\n");
}

TEST_CASE("the options say how tokens are drawn", "[talk]") {
    std::vector<std::string> one = asked(models().characters, "abc");
    one.insert(one.end(), {"--top-k", "1", "--length", "50", "--seed", "1"});
    std::vector<std::string> cold = asked(models().characters, "abc");
    cold.insert(cold.end(), {"--nucleus", "0.001", "--length", "50"});
    std::vector<std::string> colder = asked(models().characters, "abc");
    colder.insert(colder.end(),
                  {"--temperature", "0.01", "--nucleus", "0.4", "--length", "50"});
    CHECK(talk(one).out.size() == 3 + 50 + 1);
    CHECK(talk(one).out == talk(cold).out);  // the likeliest, each time
    CHECK(talk(one).out == talk(colder).out);
}

TEST_CASE("bytes of a character are held back until it is whole", "[talk]") {
    const nn::StoredModel stored = nn::load_gpt2(models().bytes);
    nn::TalkOptions options;
    options.sampling.temperature = 100;  // any token: bytes of all kinds
    options.sampling.nucleus = 1;
    nn::Rng rng(2);
    std::size_t parts = 0, marks = 0;
    nn::go_on(stored, "the 神", options, rng, [&](const std::string& part) {
        CHECK(nn::valid_utf8(part) == part.size());
        marks += part.find("\uFFFD") != part.npos;
        ++parts;
    });
    CHECK(parts == 1 + options.length + 1);
    CHECK(marks > 20);
}

TEST_CASE("GPT-2's texts have an end", "[talk]") {
    std::vector<std::string> tokens;
    for (int byte = 0; byte < 256; ++byte)
        tokens.emplace_back(1, static_cast<char>(byte));
    tokens.push_back("<|endoftext|>");
    nn::TransformerShape shape = small_transformer::shape;
    shape.vocabulary = tokens.size();
    const nn::Transformer<float> model(shape);
    nn::StoredModel stored{shape, std::vector<float>(model.layout().size()),
                           nullptr};
    stored.codec =
        std::make_unique<nn::BytePairCodec>(nn::BytePairs(tokens), nn::text_pieces);
    nn::TalkOptions options;  // all scores are 0: one of 257 tokens is the end
    options.length = 100'000;
    options.sampling.nucleus = 1;
    nn::Rng rng(3);
    std::string text;
    nn::go_on(stored, "a", options, rng,
              [&](const std::string& part) { text += part; });
    CHECK(text.size() < 10'000);
    CHECK(text.find("endoftext") == text.npos);
    CHECK(text.ends_with("\n"));
}

TEST_CASE("what it says is kept where --out says", "[talk]") {
    const scratch::Folder out;
    std::vector<std::string> arguments = asked(models().characters, "abc");
    arguments.insert(arguments.end(), {"--out", out.path()});
    const capture::Run run = talk(arguments);
    CHECK(run.status == 0);
    CHECK(scratch::bytes_of(out / "output.txt") == run.out);
}

TEST_CASE("bad prompts, one line each", "[talk]") {
    const auto said = [](const std::string& prompt) {
        return capture::complaint(asked(models().characters, prompt));
    };
    CHECK(said("") ==
          "--prompt: is empty; give at least 1 character to go on with\n");
    CHECK(
        said("abz") ==
        "--prompt: character 3, 'z' (U+007A), is none of the 11 that were learned; "
        "leave it out, or learn from a text that has it\n");
    CHECK(said("ab\xE9") ==
          "--prompt: byte 2 is not valid UTF-8; type it where UTF-8 is the rule\n");
    CHECK(capture::complaint({"--load", models().characters}) ==
          "--load: there is nothing to go on with; add --prompt TEXT, or type at a "
          "terminal\n");
}

TEST_CASE("bad options and files, one line each", "[talk]") {
    const std::string model = models().characters;
    CHECK_THAT(capture::complaint({"--prompt", "abc"}),
               oracle::mentions("--prompt requires --load"));
    CHECK_THAT(capture::complaint({"--load", ""}),
               oracle::mentions("--load: the name is empty"));
    CHECK(capture::complaint(asked("/no/such", "abc")) ==
          "/no/such: no such file; check the path\n");
    const auto bad = [&](const std::string& option, const std::string& value) {
        std::vector<std::string> arguments = asked(model, "abc");
        arguments.insert(arguments.end(), {option, value});
        CHECK_THAT(capture::complaint(arguments), oracle::mentions(option));
    };
    for (const std::string value : {"0", "-1", "1000001", "x"})
        bad("--length", value);
    for (const std::string value : {"0", "-1", "nan", "1e9"})
        bad("--temperature", value);
    for (const std::string value : {"-1", "1.5"}) bad("--top-k", value);
    for (const std::string value : {"0", "1.01", "nan"}) bad("--nucleus", value);
}

TEST_CASE("weights that give no numbers", "[talk]") {
    const nn::Transformer<float> model(small_transformer::shape);
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), 1e38F}) {
        const scratch::Folder folder;
        const std::vector<float> weights(model.layout().size(), bad);
        nn::save_gpt2(folder / "m.safetensors", model, weights,
                      nn::CharacterCodec(nn::Alphabet::in_order(alphabet)),
                      "--save");
        CHECK(capture::complaint(asked(folder / "m.safetensors", "abc")) ==
              "--load: the model's scores are no numbers; its weights are damaged: "
              "fetch or train it again\n");
    }
}

TEST_CASE("Ctrl-C stops a long text", "[talk]") {
    std::vector<std::string> arguments = asked(models().characters, "abc");
    arguments.insert(arguments.begin(), NN_PROGRAM);
    arguments.insert(arguments.end(), {"--length", "1000000"});
    const capture::Run run =
        capture::run({.arguments = arguments, .interrupt_at = "abc"});
    CHECK(run.status == 130);
    CHECK(run.err == "talk_alone: stopped\n");
}

TEST_CASE("a person at a terminal is asked", "[talk]") {
    const capture::Session session = capture::at_a_terminal(
        {"--load", models().characters, "--length", "20"}, "abc\nabz\n\n");
    CHECK(session.status == 0);
    CHECK_THAT(session.said,
               oracle::mentions(
                   "A beginning, and the model goes on; an empty line ends.\n> "));
    CHECK_THAT(session.said,
               oracle::mentions("character 3, 'z' (U+007A), is none of the 11"));
    CHECK(session.said.find("--prompt") == session.said.npos);
    for (const std::string end : {"\x04", "\x03"})
        CHECK(capture::at_a_terminal({"--load", models().bytes}, "the\n" + end)
                  .status == 0);
}

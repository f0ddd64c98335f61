/// The training of chapter 9's transformer as a program: stopped, killed, gone on
/// with; and what it refuses.
#include <filesystem>

#include "nn/io/checkpoint.hpp"
#include "nn/rng.hpp"
#include "support/program_run.hpp"
#include "support/ruled_text.hpp"
#include "support/signalled.hpp"

using capture::complaint;
using capture::ProgramRun;
using ruled_text::small_text;

namespace {

using Arguments = std::vector<std::string>;

const std::string program = "ch09_transformer";

/// Training the smallest preset on a text, 250 steps.
Arguments tiny(const std::string& text, const Arguments& arguments) {
    return capture::with(arguments, {{"--corpus", text},
                                     {"--preset", "tiny"},
                                     {"--steps", "250"},
                                     {"--threads", "1"}});
}

/// A text and a file for the training on it.
struct Kept {
    scratch::Folder folder{};
    std::string text = folder.file("text", small_text());
    std::string path = folder / "state";

    /// Runs to the end, from the beginning; returns the file's bytes.
    std::string whole(const Arguments& more) const {
        Arguments arguments = tiny(text, more);
        arguments.insert(arguments.end(), {"--save", folder / "whole"});
        whole_run = ProgramRun(arguments).output();
        return scratch::bytes_of(folder / "whole");
    }

    /// Goes on to the end from the file; returns its bytes.
    std::string rest(const Arguments& more) const {
        Arguments arguments = tiny(text, more);
        arguments.insert(arguments.end(), {"--resume", path, "--save", path});
        rest_run = ProgramRun(arguments).output();
        return scratch::bytes_of(path);
    }

    /// Saves, and gets a signal; where it came too early or too late, again.
    void stop(int signal, const Arguments& more, const std::string& said) const {
        Arguments arguments = tiny(text, more);
        arguments.insert(arguments.end(), {"--save", path});
        for (useconds_t after = 300'000; after < 50'000'000;) {
            std::filesystem::remove(path);
            const int status =
                signalled::status_after(after, signal, arguments, said);
            const bool is_over = signalled::exited_with(status) == 0;
            if (!is_over && std::filesystem::exists(path)) return;
            after = is_over ? after / 2 : 3 * after / 2;
        }
        FAIL("no moment between the first save and the end");
    }

    mutable std::string whole_run{}, rest_run{};
};

std::string last_part(const std::string& text, const std::string& from) {
    const std::size_t found = text.rfind(from);
    REQUIRE(found != text.npos);
    return text.substr(found);
}

}  // namespace

TEST_CASE("Ctrl-C keeps the training, which goes on to the same bytes",
          "[resume]") {
    for (const Arguments& more :
         {Arguments{"--steps", "3000"},
          Arguments{"--steps", "1500", "--dropout", "0.1", "--tokenizer", "bpe",
                    "--vocabulary", "300"}}) {
        const Kept kept;
        kept.stop(SIGINT, more, kept.folder / "said");
        const std::string said = scratch::bytes_of(kept.folder / "said");
        const nn::Checkpoint left = nn::load_checkpoint(kept.path, program);
        CHECK(said == "the training, after " + std::to_string(left.step) +
                          " steps, is kept; to go on, add --resume " + kept.path +
                          "\ntransformer_alone: stopped\n");
        Arguments two = more;
        two.insert(two.end(), {"--threads", "2"});
        CHECK(kept.rest(two) == kept.whole(more));
        CHECK(last_part(kept.rest_run, "end: ") ==
              last_part(kept.whole_run, "end: "));
    }
}

TEST_CASE("Ctrl-C without a file says what would have kept the training",
          "[resume]") {
    const Kept kept;
    std::string said;
    // where the training has not begun there is nothing to lose: once more, later
    for (useconds_t after = 500'000; said.size() < 50 && after < 50'000'000;
         after *= 2) {
        const int status = signalled::status_after(
            after, SIGINT, tiny(kept.text, {"--steps", "1000000"}),
            kept.folder / "said");
        CHECK(signalled::exited_with(status) == 130);
        said = scratch::bytes_of(kept.folder / "said");
    }
    CHECK_THAT(said, oracle::mentions("steps, is lost; to be able to go on, begin "
                                      "with --save FILE\n"));
    CHECK(said.ends_with("transformer_alone: stopped\n"));
}

TEST_CASE("a kill at any moment leaves a transformer that goes on", "[resume]") {
    const Kept kept;
    const Arguments long_one{"--steps", "2000"};
    kept.stop(SIGKILL, long_one, "/dev/null");
    const nn::Checkpoint left = nn::load_checkpoint(kept.path, program);
    CHECK(left.step % 100 == 0);
    CHECK(left.step > 0);
    CHECK(kept.rest(long_one) == kept.whole(long_one));
}

TEST_CASE("a state goes on only as it began", "[resume]") {
    const Kept kept;
    kept.stop(SIGKILL, {"--steps", "3000"}, "/dev/null");
    const std::string bytes = scratch::bytes_of(kept.path);
    const auto said = [&](const Arguments& more, const std::string& text) {
        const std::string one_line =
            complaint(capture::with(tiny(text, more), {{"--resume", kept.path}}));
        CHECK(scratch::bytes_of(kept.path) == bytes);
        REQUIRE(one_line.starts_with(kept.path + ": "));
        return one_line.substr(kept.path.size() + 2);
    };
    const auto differs = [&](const Arguments& more) {
        Arguments all = capture::with(more, {{"--steps", "3000"}});
        return said(all, kept.text)
            .starts_with("its option " + more[0].substr(2) + " is ");
    };
    CHECK(said({"--steps", "2000"}, kept.text) ==
          "its option steps is '3000', here it is '2000'; ask for the same, or "
          "begin anew\n");
    CHECK(differs({"--preset", "baby-gpt"}));
    CHECK(differs({"--learning-rate", "0.0100001"}));
    CHECK(differs({"--dropout", "0.1"}));
    CHECK(differs({"--seed", "43"}));
    CHECK(differs({"--split", "0.5"}));
    CHECK(differs({"--tokenizer", "bpe"}));
    // the same name and length: another text
    kept.folder.file("text", small_text(2));
    CHECK(said({"--steps", "3000"}, kept.text)
              .starts_with("its option text-checksum is "));
    kept.folder.file("text", small_text());

    const auto refused = [&](const std::string& other) {
        kept.folder.file("other", other);
        const std::string path = kept.folder / "other";
        return complaint(tiny(kept.text, {"--steps", "3000", "--resume", path}));
    };
    CHECK_THAT(refused(bytes.substr(0, bytes.size() / 2)),
               oracle::mentions("cut off"));
    std::string altered = bytes;
    altered[altered.size() - 5] ^= 4;
    CHECK_THAT(refused(altered), oracle::mentions("was altered"));
    CHECK_THAT(refused("In the beginning was the word."),
               oracle::mentions("not a safetensors file"));
    nn::save_checkpoint(kept.folder / "other", "ch06_rnn_and_vanishing_gradients",
                        {}, "");
    CHECK_THAT(refused(scratch::bytes_of(kept.folder / "other")),
               oracle::mentions("is a checkpoint of ch06"));
}

TEST_CASE("a training that has reached its end is told so", "[resume]") {
    const Kept kept;
    kept.whole({});
    CHECK(complaint(tiny(kept.text, {"--resume", kept.folder / "whole"})) ==
          (kept.folder / "whole") +
              ": its training has done all of its 250 steps; begin a longer one: "
              "--steps 500\n");
}

TEST_CASE("the file of a training is a model that others can read", "[resume]") {
    const Kept kept;
    kept.whole({});
    const nn::TensorFile file = nn::load_tensors(kept.folder / "whole");
    CHECK(file.metadata.at("n_head") == "2");
    CHECK(file.metadata.at("characters").size() == 17);
    const arma::SizeMat rows(17, 32);  // a row a token, as PyTorch has it
    CHECK_NOTHROW(nn::tensor_named(file.tensors, "wte.weight", rows, "whole"));
    const arma::SizeMat narrow(32, 96);
    CHECK_NOTHROW(
        nn::tensor_named(file.tensors, "h.1.attn.c_attn.weight", narrow, "whole"));
    kept.whole({"--tokenizer", "bpe", "--vocabulary", "280"});
    for (const char* name : {"vocab.json", "merges.txt"})
        CHECK(std::filesystem::exists(kept.folder / name));
}

TEST_CASE("a transformer's loss that runs away, and the file stays", "[program]") {
    const Kept kept;
    const std::string bytes = kept.whole({});
    for (const std::string rate : {"1e+30", "1e+10"}) {
        const std::string said = complaint(tiny(
            kept.text, {"--learning-rate", rate, "--save", kept.folder / "whole"}));
        CHECK(said.starts_with("training: after "));
        CHECK(said.ends_with(", with a learning rate of " + rate +
                             "; try a smaller one: --learning-rate 0.001\n"));
        CHECK(scratch::bytes_of(kept.folder / "whole") == bytes);
    }
}

TEST_CASE("a text shorter than a context is refused", "[program]") {
    const scratch::Folder folder;
    const auto said = [&](const std::string& text, const Arguments& more) {
        const std::string path = folder.file("text", text);
        const std::string all = complaint(tiny(path, more));
        REQUIRE(all.starts_with(path + ": "));
        return all.substr(path.size() + 2);
    };
    const std::string remedy =
        " to judge by; both must be at least 33, a context and the token behind "
        "it: give a longer text\n";
    CHECK(said("a\nb\n", {"--split", "0.5"}) ==
          "2 tokens to learn from and 2" + remedy);
    CHECK(said("a\n", {}) == "no text to learn from; give a longer one\n");
    CHECK(said("abcdefghij\n", {"--split", "0.01"}) ==
          "no text to learn from; give a longer one\n");
    CHECK_THAT(said(std::string(400, 'a') + "\nb\n", {"--split", "0.99"}),
               oracle::mentions(" and 5" + remedy));
    CHECK_THAT(said("", {}), oracle::mentions("no line of text"));
    CHECK_THAT(said("", {"--split", "0.5"}), oracle::mentions("no text to learn"));
    CHECK_THAT(said("ab\xFF\n", {"--split", "0.5"}),
               oracle::mentions("not valid UTF-8"));
}

TEST_CASE("--split cuts the text behind a share of its characters", "[program]") {
    const scratch::Folder folder;
    std::string text;
    for (int i = 0; i < 100; ++i) text += "это е\n\n";  // 7 characters, 11 bytes
    const auto counts = [&](const std::string& share) {
        const std::string said =
            ProgramRun(
                tiny(folder.file("text", text), {"--split", share, "--steps", "1"}))
                .output();
        return said.substr(0, said.find('\n'));
    };
    CHECK(counts("0.9") == "630 tokens to learn from, 70 to judge by, 5 kinds");
    CHECK(counts("0.5") == "350 tokens to learn from, 350 to judge by, 5 kinds");
}

TEST_CASE("any UTF-8 text can be learnt as joined bytes", "[program]") {
    const scratch::Folder folder;
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += i % 3 == 0 ? "море и парус 🌊\n" : "дом у дороги, лес и поле\n";
    const ProgramRun run(
        tiny(folder.file("text", text),
             {"--tokenizer", "bpe", "--vocabulary", "280", "--prompt", "新しい"}));
    CHECK_THAT(run.output(), oracle::mentions(", 280 kinds\n"));
    CHECK(run.output().find("nan") == std::string::npos);
}

TEST_CASE("numbers out of bounds, and names that there are not", "[program]") {
    const auto says = [](const std::string& option, const std::string& value) {
        const std::string said = complaint({option, value});
        CHECK_THAT(said, oracle::mentions(", not '" + value + "'; see --help\n"));
        return said.substr(0, said.find(", not"));
    };
    for (const char* value : {"foo", "0", ""}) {
        CHECK(says("--preset", value) ==
              "--preset: the preset must be tiny, small or baby-gpt");
        CHECK(says("--tokenizer", value) ==
              "--tokenizer: the tokenizer must be characters or bpe");
    }
    for (const char* value : {"255", "65537", "x", "-1"})
        CHECK(says("--vocabulary", value) ==
              "--vocabulary: the vocabulary must be a whole number from 256 to "
              "65536");
    for (const char* value : {"0", "1", "nan", "-0.5"})
        CHECK(says("--split", value) ==
              "--split: the split must be a number from 0.01 to 0.99");
    for (const char* value : {"0", "1e9", "-1"})
        CHECK(says("--steps", value) ==
              "--steps: the number of steps must be a whole number from 1 to "
              "100000000");
    for (const char* value : {"0", "nan", "inf", "-1", "1e31"})
        CHECK(says("--learning-rate", value) ==
              "--learning-rate: the learning rate must be a number from 1e-09 to "
              "1e+30");
    for (const char* value : {"1", "nan", "-0.1"})
        CHECK(says("--dropout", value) ==
              "--dropout: the dropout must be a number from 0 to 0.9");
}

TEST_CASE("a transformer's file that cannot be kept is refused before any work",
          "[program]") {
    const scratch::Folder folder;
    const std::string file = folder.file("text", small_text());
    const auto said = [&](const std::string& path) {
        return complaint(tiny(file, {"--steps", "1000000", "--save", path}));
    };
    CHECK_THAT(said(file + "/state"), oracle::mentions("is not a folder"));
    CHECK_THAT(said(folder.path()), oracle::mentions("is a directory"));
    CHECK_THAT(said(""), oracle::mentions("the name is empty"));
    CHECK_THAT(complaint(tiny(file, {"--resume", "/no/such/file"})),
               oracle::mentions("/no/such/file"));
}

TEST_CASE("--help names every option of the transformer with its default",
          "[program]") {
    const capture::Run help = capture::run({.arguments = {NN_PROGRAM, "--help"}});
    CHECK(help.status == 0);
    for (const char* option :
         {"--preset NAME", "(default: small)", "--tokenizer KIND",
          "(default: characters)", "--vocabulary UINT:256...65536=1000",
          "--split FLOAT:0.01...0.99", "--steps UINT:1...100000000",
          "--learning-rate FLOAT:1e-09...1e+30", "(default: the preset's)",
          "--dropout FLOAT:0...0.9=0", "--save FILE", "(default: not kept)",
          "--resume FILE", "(default: begin)"})
        CHECK_THAT(help.out, oracle::mentions(option));
}

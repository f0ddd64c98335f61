/// What the training of chapter 9's transformer refuses, each in one line, with the
/// files on disk as they were.
#include "nn/io/checkpoint.hpp"
#include "tiny_training.hpp"

using capture::complaint;
using ruled_text::small_text;
using tiny_training::Arguments;
using tiny_training::Kept;
using tiny_training::tiny;

TEST_CASE("a transformer's loss that runs away, and the file stays", "[program]") {
    const Kept kept;
    const std::string bytes = kept.whole({});
    for (const std::string rate : {"1e+30", "1e+10", "1000000"}) {
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
        " to judge by; both must be at least 65, a context and the token behind "
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

TEST_CASE("a corpus that cannot be read, with --split and without", "[program]") {
    const scratch::Folder folder;
    const std::string latin = folder.file("latin", "In the\nbegin\xE9ning\n");
    for (const Arguments& split : {Arguments{}, Arguments{"--split", "0.9"}}) {
        const auto said = [&](const std::string& path) {
            return complaint(tiny(path, split));
        };
        CHECK(said("/no/such/file") ==
              "/no/such/file: no such file; check the path\n");
        CHECK(said(folder.path()) ==
              folder.path().string() + ": is a directory; name one file in it\n");
        CHECK_THAT(said(latin),
                   oracle::mentions("byte 12 (line 2), 0xE9, is not valid UTF-8; "
                                    "convert the file: iconv"));
    }
}

TEST_CASE("a state whose tensors are another model's", "[program]") {
    const Kept kept;
    kept.whole({"--steps", "100"});  // and a longer training would go on
    nn::Checkpoint state =
        nn::load_checkpoint(kept.folder / "whole", "ch09_transformer");
    state.step = 50;
    for (nn::NamedMatrix& tensor : state.tensors)
        if (tensor.name == "h.1.mlp.c_fc.bias") tensor.matrix.resize(64, 1);
    nn::save_checkpoint(kept.path, "ch09_transformer", state, "");
    CHECK(complaint(tiny(kept.text, {"--steps", "100", "--resume", kept.path})) ==
          kept.path +
              ": tensor 'h.1.mlp.c_fc.bias' is 64 × 1, this model needs 128 × 1; "
              "was it saved by another model?\n");
}

TEST_CASE("a state replaces weights only, and no other model's tokens",
          "[program]") {
    const Kept kept;
    const auto said = [&](const std::string& path) {
        return complaint(tiny(kept.text, {"--tokenizer", "bpe", "--vocabulary",
                                          "300", "--save", path}));
    };
    CHECK(
        said(kept.text) ==
        kept.text +
            ": is no file of weights, and --save would replace it; choose another "
            "name: --save FILE\n");
    CHECK(scratch::bytes_of(kept.text) == small_text());
    kept.whole({"--tokenizer", "bpe", "--vocabulary", "280", "--steps", "1"});
    const std::string tokens = scratch::bytes_of(kept.folder / "vocab.json");
    CHECK(said(kept.path) ==
          (kept.folder / "vocab.json") +
              ": has other tokens, and --save would replace them; choose another "
              "folder: --save FILE\n");
    CHECK(scratch::bytes_of(kept.folder / "vocab.json") == tokens);
}

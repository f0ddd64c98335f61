#include "nn/io/file.hpp"

#include <sys/stat.h>

#include "nn/io/error.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace {

std::string refusal(const std::string& path, std::uint64_t bound = 100) {
    try {
        nn::read_file(path, bound);
    } catch (const nn::InputError& error) {
        return error.what();
    }
    return "no refusal";
}

}  // namespace

TEST_CASE("read_file returns every byte, also zeros and an empty file") {
    const scratch::Folder folder;
    const std::string bytes("a\0b\r\n\xFF", 6);
    CHECK(nn::read_file(folder.file("x", bytes), 6) == bytes);
    CHECK(nn::read_file(folder.file("empty", ""), 6).empty());
}

TEST_CASE("read_file says what is wrong with a path") {
    const scratch::Folder folder;
    CHECK(refusal(folder / "gone") ==
          folder / "gone: no such file; check the path");
    CHECK(refusal(folder.path()) ==
          folder.path().string() + ": is a directory; name one file in it");
    mkfifo((folder / "pipe").c_str(), 0600);
    CHECK(refusal(folder / "pipe") ==
          folder / "pipe: is not a regular file; save it as one first");
    CHECK(refusal(folder.file("file", "") + "/below") ==
          folder / "file/below: no such file; check the path");
}

TEST_CASE("read_file holds the bound to the byte") {
    const scratch::Folder folder;
    const std::string path = folder.file("ten", "0123456789");
    CHECK(nn::read_file(path, 10).size() == 10);
    CHECK(refusal(path, 9) ==
          path + ": 10 bytes, the bound is 9; cut it into parts: split -C 9 " +
              path);
}

TEST_CASE(
    "write_file makes the folder, replaces the file and leaves nothing else") {
    const scratch::Folder folder;
    nn::write_file(folder / "new/deep/x", "one");
    CHECK(scratch::bytes_of(folder / "new/deep/x") == "one");
    nn::write_file(folder / "new/deep/x", "two");
    CHECK(scratch::bytes_of(folder / "new/deep/x") == "two");
    CHECK(folder.contents().size() == 3);
}

TEST_CASE("write_file replaces the name, so that an open old file stays whole") {
    const scratch::Folder folder;
    const std::string path = folder.file("x", "the old contents");
    std::ifstream reader(path);
    nn::write_file(path, "new");
    CHECK(std::string(std::istreambuf_iterator<char>(reader), {}) ==
          "the old contents");
    CHECK(scratch::bytes_of(path) == "new");
}

TEST_CASE("write_file that cannot finish leaves all as it was") {
    const scratch::Folder folder;
    std::filesystem::create_directory(folder / "x");
    folder.file("x/inside", "kept");
    const auto before = folder.contents();
    CHECK_THROWS_AS(nn::write_file(folder / "x", "new"), nn::InputError);
    CHECK(folder.contents() == before);
    CHECK_THROWS_AS(nn::write_file(folder / "x/inside/deeper", "new"),
                    nn::InputError);
    CHECK(folder.contents() == before);
}

TEST_CASE("a writable folder need not exist, and is not made") {
    const scratch::Folder folder;
    CHECK_NOTHROW(nn::require_writable_folder(folder.path()));
    CHECK_NOTHROW(nn::require_writable_folder(folder / "new/deep"));
    CHECK_NOTHROW(nn::require_writable_folder("relative"));
    CHECK(folder.contents().empty());
}

TEST_CASE("a folder under a file cannot be written") {
    const scratch::Folder folder;
    const std::string file = folder.file("file", "");
    CHECK_THROWS_WITH(nn::require_writable_folder(file + "/a/b"),
                      file + "/a/b: cannot be written (" + file +
                          " is not a folder); choose another folder: --out DIR");
}

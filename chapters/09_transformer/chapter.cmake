nn_add_chapter(09_transformer
    SOURCES
        byte_pair_training.cpp
        byte_pairs.cpp
        byte_spelling.cpp
        token_codec.cpp
    PROGRAM
        byte_pair_files.cpp
        main.cpp)
target_link_libraries(ch09_transformer PRIVATE nlohmann_json::nlohmann_json)

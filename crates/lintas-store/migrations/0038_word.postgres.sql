-- Why: the beginning of a word is looked up here. The index would merge the lists of all words that begin so first.
create table word (
    word text collate "C" not null primary key
);

-- Why: the beginning of a word is looked up here. The index would merge the lists of all words that begin so first.
create table word (
    word text not null primary key
) without rowid;

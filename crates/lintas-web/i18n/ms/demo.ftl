### The demo's home.

demo-title = Rantau sepintas lalu
demo-explain = Lapan agensi dan seorang penyelaras pada mesin ini, masing-masing dengan rekod dan kunci sendiri. Jadilah salah seorang daripada mereka.
demo-steward = Program
demo-be = Jadi { $role }

### The demo's home.

demo-title = Kawasan sekilas
demo-explain = Delapan instansi dan seorang koordinator di mesin ini, masing-masing dengan catatan dan kuncinya sendiri. Jadilah salah satunya.
demo-steward = Program
demo-be = Jadi { $role }

### The demo's home.

demo-title = Ang rehiyon sa isang tingin
demo-explain = Walong ahensiya at isang tagapag-ugnay sa makinang ito, bawat isa ay may sariling mga tala at susi. Gumanap bilang isa sa kanila.
demo-steward = Programa
demo-be = Maging { $role }

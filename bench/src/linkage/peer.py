# Splink with the settings of its own demonstrations, on one list; prints one line of JSON.
import json
import resource
import sys
import time

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

path, out = sys.argv[1:3]
began = time.time()
people = pd.read_csv(path, dtype=str).rename(columns={"record_id": "unique_id"})
people = people.replace({"": None})
birth = "dob"
given = "first_name" if "first_name" in people else "given_name"
place = [name for name in ("birth_place", "city", "town") if name in people][0]
code = [name for name in ("postcode_fake", "postcode", "email", "phone") if name in people][0]
comparisons = [
    cl.JaroWinklerAtThresholds(given, [0.92, 0.8]).configure(term_frequency_adjustments=True),
    cl.JaroWinklerAtThresholds("surname", [0.92, 0.8]).configure(term_frequency_adjustments=True),
    cl.LevenshteinAtThresholds(birth, [1, 2]),
    cl.LevenshteinAtThresholds(code, [1, 2]),
    cl.ExactMatch(place).configure(term_frequency_adjustments=True),
]
for other in ("occupation", "phone"):
    if other in people and other != code:
        comparisons.append(cl.ExactMatch(other).configure(term_frequency_adjustments=True))
rules = [
    block_on(given, "surname"),
    block_on("surname", birth),
    block_on(given, birth),
    block_on(code, given),
    block_on(code, "surname"),
    block_on(birth, place),
    block_on(code, birth),
]
settings = SettingsCreator(
    link_type="dedupe_only", blocking_rules_to_generate_predictions=rules, comparisons=comparisons
)
api = DuckDBAPI()
try:
    linker = Linker(people, settings, api)
except Exception:
    linker = Linker(api.register(people), settings)
training = linker.training
training.estimate_probability_two_random_records_match([block_on(given, "surname", birth)], recall=0.6)
training.estimate_u_using_random_sampling(max_pairs=5e6)
training.estimate_parameters_using_expectation_maximisation(block_on(given, "surname"))
training.estimate_parameters_using_expectation_maximisation(block_on(birth))
predicted = linker.inference.predict(threshold_match_probability=0.5)
pairs = predicted.as_pandas_dataframe()[["unique_id_l", "unique_id_r", "match_probability"]]
pairs.columns = ["left", "right", "probability"]
pairs.to_csv(out, index=False)
seconds = time.time() - began
kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"seconds": seconds, "megabytes": kilobytes / 1024}))

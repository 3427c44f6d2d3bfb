import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/**
 * Validates files against veraPDF's profiles: {@code Vera PROFILE[,PROFILE]... FILE...}.
 *
 * <p>Prints a line {@code file TAB profile TAB pass|fail TAB assertions} for each pair, and under it, indented, each
 * broken rule with its count and the first place. Exits with 1 if a file fails.
 */
public final class Vera {
  private static final int FAILURES_KEPT = 100;

  private Vera() {}

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset(); // the parser logs what it then reports
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
    for (String name : arguments[0].split(",")) {
      profiles.put(name, profile(name));
    }
    boolean passed = true;
    for (int i = 1; i < arguments.length; i++) {
      for (Map.Entry<String, ValidationProfile> each : profiles.entrySet()) {
        passed &= tell(arguments[i], each.getKey(), validate(arguments[i], each.getValue()));
      }
    }
    System.exit(passed ? 0 : 1);
  }

  private static ValidationProfile profile(String name) throws Exception {
    String path = "org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream in = Vera.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException("no profile " + name);
      }
      return Profiles.profileFromXml(in);
    }
  }

  private static ValidationResult validate(String file, ValidationProfile profile) throws Exception {
    try (InputStream in = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, profile.getPDFAFlavour());
        PDFAValidator validator =
            ValidatorFactory.createValidator(profile, FAILURES_KEPT, true, false, false)) {
      return validator.validate(parser);
    } catch (IOException error) {
      throw new IOException(file + ": " + error.getMessage(), error);
    }
  }

  private static boolean tell(String file, String profile, ValidationResult result) {
    String verdict = result.isCompliant() ? "pass" : "fail";
    System.out.println(String.join("\t", file, profile, verdict, "" + result.getTotalAssertions()));
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        String rule =
            assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage();
        counts.merge(rule, 1, Integer::sum);
        places.putIfAbsent(rule, String.valueOf(assertion.getLocation().getContext()));
      }
    }
    counts.forEach((rule, n) -> System.out.println("    " + n + "x " + rule + "\n        at " + places.get(rule)));
    return result.isCompliant();
  }
}

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Asks veraPDF about files: reads lines of flavour, tab, file; answers each with lines of tab-separated fields, one per
 * verdict or fault, and an empty line.
 */
public class VeraCheck {
    private static final int FAULTS_SHOWN = 100;
    private static final Map<String, ValidationProfile> PROFILES = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            String[] parts = line.split("\t", 2);
            check(parts[1], parts[0]);
            System.out.println();
            System.out.flush();
        }
        System.exit(0); // veraPDF leaves threads behind
    }

    private static void check(String file, String flavour) {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.fromString(flavour))) {
            PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(profile(flavour), FAULTS_SHOWN, false, true, false);
            report(file, flavour, validator.validate(parser));
        } catch (Throwable fault) { // whatever it is, the caller must hear of it
            System.out.println(String.join("\t", file, flavour, "ERROR", String.valueOf(fault)));
        }
    }

    private static ValidationProfile profile(String flavour) throws Exception {
        if (!PROFILES.containsKey(flavour)) {
            // The profiles are in the archive, but not where the library looks for them.
            String name = flavour.startsWith("ua") ? "PDFUA-" + flavour.substring(2) : "PDFA-" + flavour.toUpperCase();
            String resource = "/org/verapdf/pdfa/validation/" + name + ".xml";
            PROFILES.put(flavour, Profiles.profileFromXml(VeraCheck.class.getResourceAsStream(resource)));
        }
        return PROFILES.get(flavour);
    }

    private static void report(String file, String flavour, ValidationResult result) {
        System.out.println(String.join("\t", file, flavour, result.isCompliant() ? "PASS" : "FAIL", ""));
        Map<String, String> faults = new LinkedHashMap<>();
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                faults.putIfAbsent(rule, one.getMessage() + " | " + one.getLocation().getContext());
            }
        }
        faults.forEach((rule, words) -> System.out.println(
                String.join("\t", file, flavour, "FAULT", (rule + " " + words).replaceAll("\\s+", " "))));
    }
}

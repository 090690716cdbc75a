import java.io.File;
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

/** Asks veraPDF about files: {@code java VeraCheck.java 3a,ua1 FILE...}; one line of tab-separated fields per verdict or fault. */
public class VeraCheck {
    private static final int FAULTS_SHOWN = 100;

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int at = 1; at < arguments.length; at++) {
            for (String flavour : arguments[0].split(",")) {
                check(arguments[at], flavour);
            }
        }
        System.exit(0); // veraPDF leaves threads behind
    }

    private static void check(String file, String flavour) {
        // The profiles are in the archive, but not where the library looks for them.
        String name = flavour.startsWith("ua") ? "PDFUA-" + flavour.substring(2) : "PDFA-" + flavour.toUpperCase();
        String resource = "/org/verapdf/pdfa/validation/" + name + ".xml";
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.fromString(flavour))) {
            ValidationProfile profile = Profiles.profileFromXml(VeraCheck.class.getResourceAsStream(resource));
            PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(profile, FAULTS_SHOWN, false, true, false);
            report(file, flavour, validator.validate(parser));
        } catch (Throwable fault) { // whatever it is, the caller must hear of it
            System.out.println(String.join("\t", file, flavour, "ERROR", String.valueOf(fault)));
        }
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

package vn.nghisu.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How much work a PKCS#12 file asks for (RFC 7292): each encrypted part names its rounds, and a small file may name millions many times. */
final class KeyFileCost {
    private static final long ROUNDS_MAX = 2_000_000;
    private static final int PARTS_MAX = 8;

    private final List<BigInteger> rounds = new ArrayList<>();

    private KeyFileCost() {}

    /** Whether it is opened in a moment. What is no such file is for who reads it to say. */
    static boolean isSmall(byte[] pkcs12) {
        KeyFileCost cost = new KeyFileCost();
        try {
            cost.add(Pfx.getInstance(pkcs12));
        } catch (IOException | RuntimeException e) {
            return true; // read again by who refuses it in words
        }
        return cost.rounds.size() <= PARTS_MAX && cost.rounds.stream().reduce(BigInteger.ZERO, BigInteger::add).compareTo(BigInteger.valueOf(ROUNDS_MAX)) <= 0;
    }

    private void add(Pfx file) throws IOException {
        if (file.getMacData() != null) {
            rounds.add(file.getMacData().getIterationCount());
        }
        for (ContentInfo part : AuthenticatedSafe.getInstance(ASN1OctetString.getInstance(file.getAuthSafe().getContent()).getOctets()).getContentInfo()) {
            if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                add(EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm());
            } else if (part.getContentType().equals(PKCSObjectIdentifiers.data)) {
                for (ASN1Encodable each : ASN1Sequence.getInstance(ASN1OctetString.getInstance(part.getContent()).getOctets())) {
                    SafeBag bag = SafeBag.getInstance(each);
                    if (bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
                        add(EncryptedPrivateKeyInfo.getInstance(bag.getBagValue()).getEncryptionAlgorithm());
                    }
                }
            }
        }
    }

    private void add(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            rounds.add(PBKDF2Params.getInstance(PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc().getParameters()).getIterationCount());
        } else {
            rounds.add(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        }
    }
}

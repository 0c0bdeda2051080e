package vn.nghisu.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;

/** Signs with a key out of a PKCS#12 file, or with one that never leaves its PKCS#11 token. */
public final class KeySigner implements Signer {
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Optional<Provider> token;

    private KeySigner(PrivateKey key, List<X509Certificate> chain, Optional<Provider> token) {
        this.key = key;
        this.chain = chain;
        this.token = token;
    }

    /**
     * @param alias of the key; where absent, the file must hold exactly one
     * @throws SigningRefused when the file is none, the password is wrong, or there is no such key
     */
    public static KeySigner file(Path pkcs12, char[] password, Optional<String> alias) {
        try (InputStream in = Files.newInputStream(pkcs12)) {
            return read(in, password, alias, pkcs12.getFileName().toString());
        } catch (IOException e) {
            throw unreadable(pkcs12.getFileName().toString(), e);
        }
    }

    /** The same with the bytes of the file, which may be wiped after. */
    public static KeySigner bytes(byte[] pkcs12, char[] password) {
        if (!KeyFileCost.isSmall(pkcs12)) {
            throw new SigningRefused("Tệp khóa đòi quá nhiều vòng tính để mở (tối đa 2 triệu). Hãy xuất lại tệp với số vòng thông thường.",
                    "The key file asks for too many rounds to be opened (2 million at most). Export it anew with the usual number.");
        }
        return read(new ByteArrayInputStream(pkcs12), password, Optional.empty(), "");
    }

    private static KeySigner read(InputStream in, char[] password, Optional<String> alias, String name) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return of(store, password, alias, Optional.empty());
        } catch (IOException e) {
            throw isCausedBy(GeneralSecurityException.class, e)
                    ? SigningRefused.ofSecret(Sentence.of("Mật khẩu của tệp khóa không đúng. Hãy nhập lại.", "The password of the key file is wrong. Enter it again."), e)
                    : unreadable(name, e);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private static SigningRefused unreadable(String name, IOException cause) {
        String named = name.isEmpty() ? "" : " " + name;
        return new SigningRefused(Sentence.of("Không đọc được tệp khóa" + named + ". Hãy chọn một tệp PKCS#12 (.p12, .pfx).",
                "The key file" + named + " can't be read. Choose a PKCS#12 file (.p12, .pfx)."), cause);
    }

    /**
     * @param library the token's PKCS#11 library
     * @param slot which of its slots, counted from 0 among those with a token
     * @throws SigningRefused when the token is not there, the PIN is wrong, or there is no such key
     */
    public static KeySigner token(Path library, int slot, char[] pin, Optional<String> alias) {
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new SigningRefused("Java của máy chủ không có SunPKCS11. Hãy dùng JDK đầy đủ.", "The server's Java has no SunPKCS11. Use a full JDK.");
        }
        try {
            Provider provider = base.configure("--name=NghiSu" + slot + "\nlibrary=" + library.toAbsolutePath() + "\nslotListIndex=" + slot + "\n");
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return of(store, pin, alias, Optional.of(provider));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof SigningRefused refused) {
                throw refused;
            }
            throw new SigningRefused(
                    isCausedBy(LoginException.class, e)
                            ? Sentence.of("Mã PIN của thiết bị ký không đúng. Hãy nhập lại; sai nhiều lần thiết bị sẽ khóa.",
                                    "The PIN of the signing token is wrong. Enter it again; too many wrong ones lock the token.")
                            : Sentence.of("Không tìm thấy thiết bị ký. Hãy cắm thiết bị và kiểm tra thư viện PKCS#11.",
                                    "The signing token is not found. Plug it in and check the PKCS#11 library."),
                    e);
        }
    }

    private static KeySigner of(KeyStore store, char[] password, Optional<String> alias, Optional<Provider> token) throws GeneralSecurityException {
        List<String> keys = Collections.list(store.aliases()).stream().filter(name -> isKey(store, name)).toList();
        String chosen = alias.filter(keys::contains).orElse(alias.isEmpty() && keys.size() == 1 ? keys.get(0) : null);
        if (chosen == null) {
            throw new SigningRefused(keys.isEmpty() ? "Trong này không có khóa ký nào." : "Cần nêu tên khóa, một trong: " + String.join(", ", keys) + ".",
                    keys.isEmpty() ? "There is no signing key in it." : "Name the key, one of: " + String.join(", ", keys) + ".");
        }
        Certificate[] chain = store.getCertificateChain(chosen);
        return new KeySigner((PrivateKey) store.getKey(chosen, password), Arrays.stream(chain).map(X509Certificate.class::cast).toList(), token);
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias) && store.getCertificateChain(alias) != null;
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private static boolean isCausedBy(Class<?> kind, Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(kind::isInstance);
    }

    private static SigningRefused unusable(Exception cause) {
        return new SigningRefused(Sentence.of("Không dùng được khóa ký này: " + cause.getMessage(), "This signing key can't be used: " + cause.getMessage()), cause);
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public byte[] sign(byte[] bytes) {
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            Signature signature = token.isPresent() ? Signature.getInstance(algorithm, token.get()) : Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /** Leaves the token, so that the next who signs needs the PIN. */
    @Override
    public void close() {
        token.ifPresent(provider -> {
            try {
                ((AuthProvider) provider).logout();
            } catch (LoginException e) {
                throw unusable(e);
            }
        });
    }
}

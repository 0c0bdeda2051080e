package vn.nghisu.papers.child;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.cos.COSObject;
import vn.nghisu.papers.PaperJson;
import vn.nghisu.papers.Words;

/** Serves the requests on one open paper at a time. */
final class PageDesk {
    private static final long STREAM_MEMORY_BYTES = 64L << 20;
    private static final long STREAM_DISK_BYTES = 2L << 30;

    private final Path folder;
    private Optional<PDDocument> open = Optional.empty();
    private String openFile = "";

    PageDesk(Path folder) {
        this.folder = folder;
        ImageIO.setUseCache(false);
        FontMappers.set(new PaperFonts(FontMappers.instance()));
    }

    Object serve(ChildRequest request) throws IOException, Unfit {
        if (request.act() == ChildRequest.Act.COMPARE) {
            return PictureDifference.between(new File(request.file()), new File(request.beside().orElseThrow()));
        }
        if (request.act() == ChildRequest.Act.PICTURE) {
            PicturePaper.write(Path.of(request.file()), product(request), request.beside().orElseThrow(), request.mostImagePixels());
            return Made.HERE;
        }
        if (request.act() == ChildRequest.Act.SIGNATURES) {
            String[] beside = request.beside().orElseThrow().split("\n", 2);
            return SignaturesSeen.in(Path.of(request.file()), Path.of(beside[0]), beside[1]);
        }
        if (request.act() == ChildRequest.Act.BIND) {
            return Binder.write(PaperJson.read(Files.readAllBytes(Path.of(request.file())), Binding.class), product(request), folder.resolve("progress"), memory());
        }
        PDDocument document = document(request.file());
        return switch (request.act()) {
            case CHECK -> Inspection.of(document, request.mostPages(), request.mostImagePixels());
            case FIRST_PAGE -> new FirstPage(SecrecyMark.on(PageWords.lines(document, 1)).or(() -> SecrecyMark.onStamps(document.getPage(0))));
            case CONTENTS -> new Contents(Headings.labels(document), Headings.of(document));
            case PAGE -> page(document, request.page(), request.beside());
            case MARK -> {
                Cleaning.strip(document); // a copy goes to readers' devices as a download does
                yield MarkedCopy.write(document, PaperJson.read(Files.readAllBytes(Path.of(request.beside().orElseThrow())), Marks.class),
                        product(request));
            }
            case IMPRINT -> {
                Imprint.write(document, product(request), request.beside().orElseThrow());
                yield Made.HERE;
            }
            case CLEAN -> {
                Cleaning.write(document, product(request));
                shut(); // what was taken out of it must not be missed by a later request
                yield Made.HERE;
            }
            case TILES -> PageTiles.write(document, request.page(), request.level(), request.beside(), folder);
            case COMPARE, PICTURE, SIGNATURES, BIND -> throw new IllegalStateException("answered above");
        };
    }

    private File product(ChildRequest request) {
        return folder.resolve(request.act().product()).toFile();
    }

    /** Answers that a file was made, where the request says. */
    private record Made(boolean made) {
        static final Made HERE = new Made(true);
    }

    private void shut() throws IOException {
        if (open.isPresent()) {
            open.get().close();
            open = Optional.empty();
        }
    }

    private PDDocument document(String file) throws IOException {
        if (open.isEmpty() || !openFile.equals(file)) {
            shut();
            PDDocument document = Loader.loadPDF(new File(file), "", memory().streamCache);
            document.setResourceCache(new WithoutPictures());
            drawForm(document);
            open = Optional.of(document);
            openFile = file;
        }
        return open.get();
    }

    /** Streams wait in memory up to a bound, then in files. */
    private MemoryUsageSetting memory() {
        return MemoryUsageSetting.setupMixed(STREAM_MEMORY_BYTES, STREAM_DISK_BYTES).setTempDir(folder.toFile());
    }

    /** A form may leave it to its reader to draw what was filled in; asking for the form does that. */
    private static void drawForm(PDDocument document) {
        try {
            document.getDocumentCatalog().getAcroForm();
        } catch (RuntimeException | StackOverflowError e) {
            // a form that can't be read is drawn as far as its page says
        }
    }

    private PageDone page(PDDocument document, int number, Optional<String> raster) throws IOException {
        PDPage page = document.getPage(number - 1);
        PageFrame frame = PageFrame.of(page);
        boolean words = writeWords(document, number);
        Optional<String> trouble = Optional.empty();
        Optional<BufferedImage> image = Optional.empty();
        if (raster.isPresent()) {
            image = Optional.ofNullable(ImageIO.read(new File(raster.get()))).map(PagePicture::asRgb);
            trouble = image.filter(PagePicture::isBlank).filter(drawn -> PagePicture.shouldShowSomething(page)).map(drawn -> "blank");
        } else if (Pictures.hasJpeg2000(page)) {
            trouble = Optional.of("picture");
        } else {
            try {
                image = Optional.of(PagePicture.draw(document, number - 1, frame));
                if (PagePicture.isBlank(image.get()) && PagePicture.shouldShowSomething(page)) {
                    trouble = Optional.of("blank");
                }
            } catch (IOException | RuntimeException | StackOverflowError e) {
                trouble = Optional.of("damaged");
            }
        }
        if (image.isEmpty()) {
            return new PageDone(number, frame.w(), frame.h(), Optional.empty(), Optional.empty(), words, trouble);
        }
        PageDone.Drawn fit = PageEncoder.write(image.get(), folder, number + ".fit");
        PageDone.Drawn thumb = PageEncoder.write(PagePicture.thumb(image.get()), folder, number + ".thumb");
        return new PageDone(number, frame.w(), frame.h(), Optional.of(fit), Optional.of(thumb), words, trouble);
    }

    /** A page whose text can't be read is still a page: it becomes a picture only. */
    private boolean writeWords(PDDocument document, int number) throws IOException {
        Optional<Words> words;
        try {
            words = PageWords.of(document, number);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
        if (words.isPresent()) {
            Files.write(folder.resolve(number + ".words"), PaperJson.write(words.get()));
        }
        return words.isPresent();
    }

    /** Fonts and forms are worth keeping between pages, decoded pictures are not. */
    private static final class WithoutPictures extends DefaultResourceCache {
        @Override
        public void put(COSObject indirect, PDXObject xobject) {
            // a picture is decoded again where it is drawn again
        }
    }
}

package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	library "github.com/boxesandglue/baseline-pdf"
)

// finish writes what makes the file a PDF/X-4, or a PDF/UA-1 and PDF/A-3b, and
// closes it.
func (w *writer) finish(root *Tag) error {
	w.lib.Catalog = library.Dict{"ViewerPreferences": library.Dict{"DisplayDocTitle": "true"}}
	if w.form.Duplex {
		w.lib.Catalog["ViewerPreferences"] = library.Dict{"DisplayDocTitle": "true", "Duplex": "/DuplexFlipShortEdge", "PrintScaling": "/None"}
	}
	if labels := pageLabels(w.labels); labels != "" {
		w.lib.Catalog["PageLabels"] = labels
	}
	if w.meta.Language != "" {
		w.lib.Catalog["Lang"] = library.Serialize(library.String(w.meta.Language))
	}
	date := "(D:" + w.meta.Created + "+00'00')"
	w.lib.InfoDict = library.Dict{"Title": library.String(w.meta.Title), "Author": library.String(w.meta.Author), "Creator": "(Yibentong)", "Producer": "(Yibentong, baseline-pdf)",
		"CreationDate": date, "ModDate": date}
	if w.meta.Subject != "" {
		w.lib.InfoDict["Subject"] = library.String(w.meta.Subject)
	}
	switch {
	case w.form.Press != nil:
		w.lib.InfoDict["Trapped"], w.lib.InfoDict["GTS_PDFXVersion"] = "/False", "(PDF/X-4)"
		if err := w.intent("GTS_PDFX", w.form.Press.ID, w.form.Press.Name, w.form.Press.Profile, 4); err != nil {
			return err
		}
	case w.form.Screen:
		if err := w.intent("GTS_PDFA1", "sRGB", "sRGB IEC61966-2.1", SRGB(), 3); err != nil {
			return err
		}
		w.lib.Catalog["MarkInfo"] = library.Dict{"Marked": "true"}
		tree, err := w.saveTree(root)
		if err != nil {
			return err
		}
		w.lib.Catalog["StructTreeRoot"] = tree.Ref()
	}
	if err := w.xmp(); err != nil {
		return err
	}
	return w.lib.Finish()
}

// pageLabels gives pages their printed numbers, so that a reader who types 34
// comes to the page that says 34. Labels that are numbers run on by themselves.
func pageLabels(labels []string) string {
	var b strings.Builder
	last := -2 // the number of the page before
	for i, l := range labels {
		if l == "" {
			return ""
		}
		n, err := strconv.Atoi(l)
		switch {
		case err != nil:
			fmt.Fprintf(&b, "%d <</P %s>> ", i, library.Serialize(library.String(l)))
			n = -2
		case n != last+1:
			fmt.Fprintf(&b, "%d <</S /D /St %d>> ", i, n)
		}
		last = n
	}
	if b.Len() == 0 {
		return ""
	}
	return "<</Nums [" + b.String() + "]>>"
}

func (w *writer) intent(kind, id, name string, profile []byte, channels int) error {
	p := w.lib.NewObject()
	p.Data.Write(profile)
	p.SetCompression(9)
	p.Dictionary = library.Dict{"N": fmt.Sprint(channels)}
	if err := p.Save(); err != nil {
		return err
	}
	o := w.lib.NewObject()
	o.Dictionary = library.Dict{"Type": "/OutputIntent", "S": "/" + kind, "OutputConditionIdentifier": library.String(id), "Info": library.String(name),
		"RegistryName": "(http://www.color.org)", "DestOutputProfile": p.ObjectNumber.Ref()}
	if err := o.Save(); err != nil {
		return err
	}
	w.lib.Catalog["OutputIntents"] = "[" + o.ObjectNumber.Ref() + "]"
	return nil
}

var xml = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// xmp writes the metadata, equal to the information dictionary.
func (w *writer) xmp() error {
	c := w.meta.Created
	date := fmt.Sprintf("%s-%s-%sT%s:%s:%s+00:00", c[:4], c[4:6], c[6:8], c[8:10], c[10:12], c[12:14])
	sum := sha256.Sum256([]byte(w.meta.Title + c))
	id := fmt.Sprintf("uuid:%x-%x-%x-%x-%x", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
	var claims, extension string
	switch {
	case w.form.Press != nil:
		claims = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>"
	case w.form.Screen:
		claims = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
		extension = uaExtension
	}
	subject := ""
	if w.meta.Subject != "" {
		subject = `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">` + xml.Replace(w.meta.Subject) + `</rdf:li></rdf:Alt></dc:description>`
	}
	o := w.lib.NewObject()
	fmt.Fprintf(o.Data, "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"+`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
%s
<pdf:Producer>Yibentong, baseline-pdf</pdf:Producer><xmp:CreatorTool>Yibentong</xmp:CreatorTool>
<xmp:CreateDate>%[2]s</xmp:CreateDate><xmp:ModifyDate>%[2]s</xmp:ModifyDate><xmp:MetadataDate>%[2]s</xmp:MetadataDate>
<xmpMM:DocumentID>%[3]s</xmpMM:DocumentID><xmpMM:InstanceID>%[3]s</xmpMM:InstanceID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%[4]s</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>%[5]s</rdf:li></rdf:Seq></dc:creator>%[6]s<dc:format>application/pdf</dc:format>
</rdf:Description>%[7]s</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`, claims, date, id, xml.Replace(w.meta.Title), xml.Replace(w.meta.Author), subject, extension)
	o.Dictionary = library.Dict{"Type": "/Metadata", "Subtype": "/XML"}
	if err := o.Save(); err != nil {
		return err
	}
	w.lib.Catalog["Metadata"] = o.ObjectNumber.Ref()
	return nil
}

// uaExtension declares the schema that PDF/A does not know (ISO 19005-3, 6.6.2.3).
const uaExtension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

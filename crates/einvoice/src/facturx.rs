//! What Factur-X 1.0 (ZUGFeRD 2) needs around the XML when it is carried in a PDF/A-3.
//!
//! The PDF embeds the bytes of [`crate::cii`] in the profile [`crate::Profile::Core`] as a file
//! named [`FILE_NAME`], lists it among its associated files (`/AF`) with a [`Relationship`], and
//! has [`schema`] and [`values`] in its metadata.

/// The name of the embedded file.
pub const FILE_NAME: &str = "factur-x.xml";
/// The embedded file's media type (`/Subtype`).
pub const MEDIA_TYPE: &str = "text/xml";
/// What readers show beside the file (`/Desc`).
pub const DESCRIPTION: &str = "Factur-X/ZUGFeRD invoice";
/// The profile, as the metadata name it.
pub const CONFORMANCE_LEVEL: &str = "EN 16931";
/// The version of the standard's schema in the metadata.
pub const VERSION: &str = "1.0";
/// The namespace of the metadata's extension.
pub const NAMESPACE: &str = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

/// How the embedded file relates to the pages (`/AFRelationship`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relationship {
    /// The same invoice in another form. German recipients ask for this one.
    Alternative,
    /// The figures that the pages show.
    Data,
}

impl Relationship {
    /// The name in the PDF, without its slash.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Alternative => "Alternative",
            Self::Data => "Data",
        }
    }
}

/// The extension's properties: name and description. All are external texts.
const PROPERTIES: [(&str, &str); 4] = [
    ("DocumentFileName", "The name of the embedded XML document"),
    (
        "DocumentType",
        "The type of the hybrid document in capital letters, e.g. INVOICE",
    ),
    (
        "Version",
        "The version of the schema that the embedded XML keeps",
    ),
    (
        "ConformanceLevel",
        "The conformance level of the embedded XML",
    ),
];

/// The description of the extension, which PDF/A demands: one `rdf:li` of the bag
/// `pdfaExtension:schemas`, with the namespaces that it uses. The same bytes at every call.
#[must_use]
pub fn schema() -> String {
    let properties: String = PROPERTIES.iter().map(property).collect();
    format!(
        r#"<rdf:li rdf:parseType="Resource"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>fx</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
{properties}</rdf:Seq></pdfaSchema:property>
</rdf:li>
"#
    )
}

fn property((name, description): &(&str, &str)) -> String {
    format!(
        r#"<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>{description}</pdfaProperty:description>
</rdf:li>
"#
    )
}

/// The values: one `rdf:Description` of the metadata, `rdf` declared around it.
#[must_use]
pub fn values() -> String {
    format!(
        r#"<rdf:Description rdf:about="" xmlns:fx="{NAMESPACE}">
<fx:DocumentType>INVOICE</fx:DocumentType>
<fx:DocumentFileName>{FILE_NAME}</fx:DocumentFileName>
<fx:Version>{VERSION}</fx:Version>
<fx:ConformanceLevel>{CONFORMANCE_LEVEL}</fx:ConformanceLevel>
</rdf:Description>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::{NAMESPACE, PROPERTIES, schema, values};

    const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    #[test]
    fn every_value_of_the_metadata_is_declared_in_the_extension() {
        let packet = format!(
            r#"<rdf:RDF xmlns:rdf="{RDF}">{}{}</rdf:RDF>"#,
            schema(),
            values()
        );
        let read = roxmltree::Document::parse(&packet).unwrap();
        let said = read
            .descendants()
            .filter(|node| node.tag_name().namespace() == Some(NAMESPACE));
        let mut said: Vec<_> = said.map(|node| node.tag_name().name()).collect();
        let declared = read
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.aiim.org/pdfa/ns/property#", "name")));
        let mut declared: Vec<_> = declared.filter_map(|node| node.text()).collect();
        said.sort_unstable();
        declared.sort_unstable();
        assert_eq!(said, declared);
        assert_eq!(said.len(), PROPERTIES.len());
    }
}

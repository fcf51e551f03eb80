using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Commutation.Subjects;

static class Markup
{
    const string document = "XDocument.Parse(\"<r a='1'><c>t</c></r>\")";
    const string loaded = "Loaded(\"<r a='1'><c>t</c></r>\")";

    /// <summary>Nodes of a tree can be used in it only, so they are made by the document.</summary>
    static readonly Dictionary<Type, string[]> nodes = new()
    {
        [typeof(XmlNode)] = ["x.CreateElement(\"k\")", "x.CreateComment(\"m\")"],
    };

    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(XElement), "new(\"r\")", $"{document}.Root!")
        { Extra = ["x.Add(new XElement(\"c\"));", "x.Add(new XAttribute(\"b\", 2));"] },
        new(typeof(XElement), "new(\"r\", new XElement(\"c\"))", $"{document}.Root!")
        { View = new(typeof(XElement), "x.Element(\"c\")!") },
        new(typeof(XDocument), "new()", document),
        new(typeof(XAttribute), "new(\"a\", \"\")", "new(\"a\", \"1\")"),
        new(typeof(XText), "new(\"\")", "new(\"t\")"),
        new(typeof(XmlDocument), "new()", loaded) { Arguments = nodes },
        new(typeof(XmlDocument), "Loaded(\"<r/>\")", loaded)
        { View = new(typeof(XmlElement), "x.DocumentElement!"), Arguments = nodes },
        new(typeof(XmlReader), "XmlReader.Create(new StringReader(\"<r/>\"))",
            "XmlReader.Create(new StringReader(\"<r a='1'><c>t</c></r>\"))"),
        new(typeof(XmlWriter), "XmlWriter.Create(new StringWriter())",
            "XmlWriter.Create(new StringWriter(), new XmlWriterSettings { Indent = true })"),
        new(typeof(NameTable), "new()", "new()"),
        new(typeof(XmlNamespaceManager), "new(new NameTable())", "new(new NameTable())"),
        new(typeof(XPathNavigator), $"{document}.CreateNavigator()",
            $"{document}.Root!.CreateNavigator()"),
    ];
}

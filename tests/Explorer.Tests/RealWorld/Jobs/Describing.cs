// uses: System.Private.Xml.Linq, System.Reflection.Metadata
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

public static class Job
{
    /// <summary>The metadata of an assembly, as XML.</summary>
    public static string Run()
    {
        using var pe = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Mono.Cecil.dll")));
        var reader = pe.GetMetadataReader();
        var document = new XDocument(new XElement("assembly",
            from handle in reader.TypeDefinitions
            let type = reader.GetTypeDefinition(handle)
            where type.GetMethods().Count > 40
            orderby reader.GetString(type.Name)
            select new XElement("type", new XAttribute("name", reader.GetString(type.Name)),
                from method in type.GetMethods().Take(3)
                let definition = reader.GetMethodDefinition(method)
                select new XElement("method", reader.GetString(definition.Name),
                    new XAttribute("size", definition.RelativeVirtualAddress == 0 ? 0
                        : pe.GetMethodBody(definition.RelativeVirtualAddress).Size)))));
        var again = XDocument.Parse(document.ToString());
        again.Root!.Elements().First().SetAttributeValue("first", true);
        return $"{again}{again.Descendants("method").Count()}{XNode.DeepEquals(document, again)}";
    }
}

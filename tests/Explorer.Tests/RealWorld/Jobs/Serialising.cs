// uses: System.Text.Json
using System.Text.Json;
using System.Text.Json.Nodes;

public static class Job
{
    public static string Run()
    {
        var order = new Order("a", [new("x", 1.5m), new("y\u00e9", 2)], DateTime.UnixEpoch, Kind.Big);
        var options = new JsonSerializerOptions
        {
            WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        };
        var text = JsonSerializer.Serialize(order, options);
        var back = JsonSerializer.Deserialize<Order>(text, options)!;
        var node = JsonNode.Parse(text)!;
        node["lines"]![0]!["price"] = 9;
        string wrong;
        try { wrong = $"{JsonSerializer.Deserialize<Order>("{\"Name\":[1}")}"; }
        catch (JsonException e) { wrong = e.Message; }
        var map = JsonSerializer.Deserialize<Dictionary<string, int[]>>("""{"a":[1,2],"b":[]}""")!;
        return $"{text}|{back.Lines[1]}|{node.ToJsonString()}|{wrong}|{map["a"].Sum()}";
    }

    enum Kind { Small, Big }

    record Line(string Text, decimal Price);

    record Order(string Name, List<Line> Lines, DateTime At, Kind Kind) { public int? Extra { get; set; } }
}

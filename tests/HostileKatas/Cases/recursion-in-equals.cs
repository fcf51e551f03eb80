// hostile: an Equals that compares itself -> The calls of Node.Equals at Kata.cs:12 had not ended after 10,000 calls one inside the other
public static class Kata
{
    public static void Run()
    {
        var node = new Node();
        Console.WriteLine(node.Equals(new Node()));
    }

    sealed class Node
    {
        public override bool Equals(object? other) => Equals(other);

        public override int GetHashCode() => 0;
    }
}

// hostile: a ToString that shows itself -> The calls of Node.ToString at Kata.cs:8 had not ended after 10,000 calls one inside the other
public static class Kata
{
    public static void Run() => Console.WriteLine(new Node().ToString());

    sealed class Node
    {
        public override string ToString() => $"{this}";
    }
}

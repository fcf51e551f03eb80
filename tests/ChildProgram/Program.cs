using ChildProgram;

// What the specs' child processes run: see README.md.
if (args is not [var port, var name, var command, .. var rest])
{
    Console.Error.WriteLine("ChildProgram <port> <name> <command> ...: see its README.md");
    return 2;
}
if (command == "keep") return Keeper.Run(int.Parse(port), name, rest[0]);

var home = Home.Call(int.Parse(port), name);
return command switch
{
    "end" => int.Parse(rest[0]),
    "wait" => Waiting.Run(home, int.Parse(rest[0])),
    "factorial" => Factorial.Run(home, int.Parse(rest[0]), rest[1..]),
    "serve" => Service.Run(home),
    "update" => Updates.Run(home, rest[0], rest[1], int.Parse(rest[2])),
    "hold" => Updates.Hold(home, rest[0], rest[1]),
    _ => throw new ArgumentException($"There is no command {command}."),
};
